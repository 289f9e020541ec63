package org.leasekit.examples.season;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.leasekit.http.WebhookSignatures;

/**
 * Whoever sends SMS and WeCom messages, on loopback: it verifies the sender, shows each message once
 * whatever is repeated, and now and then fails, does not answer, or knows a number as dead. Which attempt
 * fares how hangs on the seed, the message and the count of attempts, never on time.
 */
final class GatewayStub implements AutoCloseable {
  /** Template of messages that only warm the connection up; nobody sees them. */
  static final String WARM_UP = "warm-up";

  private static final double FAILS = 0.02;
  private static final double HANGS = 0.0035;
  private static final int MOST_HANGS = 8;
  private static final double DEAD_PHONES = 0.03;
  private static final double DEAD_WECOM = 0.01;
  private static final long LONGEST_HANG_SECONDS = 30;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final long seed;
  private final WebhookSignatures signatures;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Set<String> keysShown = new HashSet<>();
  private final List<Shown> unread = new ArrayList<>();
  private int hangs;

  /**
   * A message that appeared on a phone.
   *
   * @param channel {@code SMS} or {@code WECOM}
   * @param link the personal link in it
   */
  record Shown(String channel, String recipient, URI link) {}

  private enum Fate {
    SHOWN,
    DEAD,
    FAILS,
    /** Shown, but the answer never comes. */
    SHOWN_AND_HANGS,
    HANGS
  }

  GatewayStub(long seed, WebhookSignatures signatures) throws IOException {
    this.seed = seed;
    this.signatures = signatures;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/messages", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/messages");
  }

  /** What has been shown since it was asked last, in the order it was shown. */
  synchronized List<Shown> takeUnread() {
    List<Shown> taken = List.copyOf(unread);
    unread.clear();
    return taken;
  }

  /** Whether an address no longer exists. */
  boolean isDead(String channel, String address) {
    double share = channel.equals("SMS") ? DEAD_PHONES : DEAD_WECOM;
    return Dice.share(seed, "dead:" + channel + ":" + address) < share;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (verdict(exchange, body) != WebhookSignatures.Verdict.VALID) {
        answer(exchange, 401, "REFUSED");
        return;
      }
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      switch (receive(String.valueOf(key), JSON.readTree(body))) {
        case SHOWN -> answer(exchange, 200, "DELIVERED");
        case DEAD -> answer(exchange, 200, "DEAD");
        case FAILS -> answer(exchange, 500, "BROKEN");
        case HANGS, SHOWN_AND_HANGS -> hang();
      }
    }
  }

  private WebhookSignatures.Verdict verdict(HttpExchange exchange, byte[] body) {
    return signatures.verify(
        exchange.getRequestHeaders().getFirst(WebhookSignatures.ID),
        exchange.getRequestHeaders().getFirst(WebhookSignatures.TIMESTAMP),
        exchange.getRequestHeaders().getFirst(WebhookSignatures.SIGNATURE),
        body);
  }

  private synchronized Fate receive(String key, JsonNode message) {
    if (message.path("template").asText().equals(WARM_UP)) {
      return Fate.SHOWN;
    }
    String channel = message.path("channel").asText();
    String recipient = message.path("recipient").asText();
    int attempt = attempts.merge(key, 1, Integer::sum);
    Fate fate = isDead(channel, recipient) ? Fate.DEAD : fate(key, attempt);
    boolean appears = fate == Fate.SHOWN || fate == Fate.SHOWN_AND_HANGS;
    // whoever gets no link, a user who is no party to the lease, has nothing to do on the page
    if (appears && keysShown.add(key) && message.hasNonNull("link")) {
      unread.add(new Shown(channel, recipient, URI.create(message.path("link").asText())));
    }
    return fate;
  }

  private Fate fate(String key, int attempt) {
    Dice dice = new Dice(seed, "gateway:" + attempt + ":" + key);
    double share = dice.share();
    if (share < HANGS && hangs < MOST_HANGS) {
      hangs++;
      return dice.chance(0.5) ? Fate.SHOWN_AND_HANGS : Fate.HANGS;
    }
    return share < HANGS + FAILS ? Fate.FAILS : Fate.SHOWN;
  }

  /** Longer than anybody waits, unless the stub is closed. */
  private void hang() {
    try {
      closing.await(LONGEST_HANG_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String word) throws IOException {
    byte[] body = ("{\"status\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
