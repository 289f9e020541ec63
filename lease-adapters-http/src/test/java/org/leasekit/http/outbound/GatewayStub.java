package org.leasekit.http.outbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A gateway on loopback that answers as it is told and remembers what it was asked. */
final class GatewayStub implements AutoCloseable {

  /** What it does with a request. */
  interface Behaviour {
    Behaviour DELIVERED = of(200, "{\"status\":\"DELIVERED\"}");
    Behaviour HANG_BEFORE_HEADERS = (exchange, released) -> released.await();
    Behaviour HANG_IN_BODY =
        (exchange, released) -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          released.await();
        };
    Behaviour CLOSE = (exchange, released) -> exchange.close();
    Behaviour ENDLESS =
        (exchange, released) -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          byte[] blanks = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
          while (released.getCount() > 0) {
            out.write(blanks);
          }
        };

    static Behaviour of(int status, String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return (exchange, released) -> {
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      };
    }

    void answer(HttpExchange exchange, CountDownLatch released) throws IOException, InterruptedException;
  }

  record Received(String method, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(name))
          .map(e -> String.join(" ", e.getValue()))
          .findFirst()
          .orElse(null);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Set<String> shown = ConcurrentHashMap.newKeySet();
  private volatile Behaviour behaviour = Behaviour.DELIVERED;

  GatewayStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(
          new Received(exchange.getRequestMethod(), Map.copyOf(exchange.getRequestHeaders()), body));
      Behaviour now = behaviour;
      if (now == Behaviour.DELIVERED || now == Behaviour.HANG_BEFORE_HEADERS) {
        // a person sees a message, whether or not the gateway hears of it
        shown.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      }
      now.answer(exchange, released);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/messages");
  }

  void answer(Behaviour next) {
    behaviour = next;
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  /** The keys of the messages that a person has seen, each once. */
  Set<String> shown() {
    return Set.copyOf(shown);
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
