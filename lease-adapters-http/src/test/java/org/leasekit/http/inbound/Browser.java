package org.leasekit.http.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Chromium without a window, the size of a phone, driven over its DevTools protocol. */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
  private static final long PATIENCE_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path profile = Files.createTempDirectory("browser");
  private final Process process;
  private final WebSocket socket;
  private final LinkedBlockingQueue<JsonNode> incoming = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private String session = "";
  private int lastId;

  /** The first Chromium on the path. */
  static Optional<Path> binary() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Browser(Path binary) throws IOException {
    process =
        new ProcessBuilder(
                binary.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--hide-scrollbars", "--user-data-dir=" + profile,
                "--remote-debugging-port=0", "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address(), new Listener()).join();
    String target = call("Target.createTarget", "url", "about:blank").get("targetId").asText();
    session =
        call("Target.attachToTarget", "targetId", target, "flatten", true).get("sessionId").asText();
    call("Page.enable");
    call("Network.enable");
    call("Log.enable");
    call("Emulation.setDeviceMetricsOverride", "width", 390, "height", 844, "deviceScaleFactor", 2,
        "mobile", true);
  }

  private URI address() throws IOException {
    BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    String mark = "DevTools listening on ";
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      if (line.startsWith(mark)) {
        drain(err);
        return URI.create(line.substring(mark.length()).strip());
      }
    }
    throw new IOException("the browser did not start");
  }

  /** A pipe that nobody empties would stop the browser. */
  private static void drain(BufferedReader err) {
    Thread drain = new Thread(() -> err.lines().forEach(line -> {}), "browser-stderr");
    drain.setDaemon(true);
    drain.start();
  }

  /** Opens an address as a reader of a language, and waits until it is loaded and painted. */
  void open(String address, String language) {
    ObjectNode headers = JSON.createObjectNode().put("Accept-Language", language);
    call("Network.setExtraHTTPHeaders", "headers", headers);
    events.clear();
    call("Page.navigate", "url", address);
    awaitPage();
  }

  /** The value of an expression, as text. */
  String value(String expression) {
    JsonNode answer = call("Runtime.evaluate", "expression", expression, "returnByValue", true);
    return answer.path("result").path("value").asText();
  }

  /** What a reader sees. */
  String text() {
    return value("document.body.innerText");
  }

  /** Touches the middle of an element, whatever lies there. */
  void click(String selector) {
    value("document.querySelector('" + selector + "').scrollIntoView({block: 'center'})");
    String rectangle = "document.querySelector('" + selector + "').getBoundingClientRect()";
    double x = Double.parseDouble(value("(r => r.x + r.width / 2)(" + rectangle + ")"));
    double y = Double.parseDouble(value("(r => r.y + r.height / 2)(" + rectangle + ")"));
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call("Input.dispatchMouseEvent", "type", type, "x", x, "y", y, "button", "left", "clickCount", 1);
    }
  }

  /** Touches an element that leads to another page, and waits until that is loaded and painted. */
  void follow(String selector) {
    events.clear();
    click(selector);
    awaitPage();
  }

  /** Whether the middle of an element is on the screen and nothing lies over it. */
  boolean isSeen(String selector) {
    String middle =
        "(e => { const r = e.getBoundingClientRect();"
            + " return document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2) === e; })";
    return Boolean.parseBoolean(value(middle + "(document.querySelector('" + selector + "'))"));
  }

  /** Touches a field and types over what stands in it. */
  void type(String selector, String text) {
    click(selector);
    value("document.querySelector('" + selector + "').select()");
    call("Input.insertText", "text", text);
  }

  /** Presses the enter key, which sends the form, and waits for the page that it leads to. */
  void enter() {
    events.clear();
    for (String type : List.of("rawKeyDown", "char", "keyUp")) {
      call("Input.dispatchKeyEvent", "type", type, "key", "Enter", "code", "Enter", "text", "\r",
          "windowsVirtualKeyCode", 13);
    }
    awaitPage();
  }

  /** The page as it is seen, the whole of its height. */
  byte[] screenshot() {
    JsonNode picture =
        call("Page.captureScreenshot", "format", "png", "captureBeyondViewport", true);
    return Base64.getDecoder().decode(picture.get("data").asText());
  }

  /** What has happened since the last page was opened, for example {@code Log.entryAdded}. */
  List<JsonNode> events(String method) {
    return events.stream().filter(event -> event.path("method").asText().equals(method)).toList();
  }

  private JsonNode call(String method, Object... namesAndValues) {
    ObjectNode command = JSON.createObjectNode().put("id", ++lastId).put("method", method);
    if (!session.isEmpty()) {
      command.put("sessionId", session);
    }
    ObjectNode parameters = command.putObject("params");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.set((String) namesAndValues[i], JSON.valueToTree(namesAndValues[i + 1]));
    }
    socket.sendText(command.toString(), true).join();
    while (true) {
      JsonNode message = next();
      if (message.path("id").asInt() == lastId) {
        if (message.has("error")) {
          throw new IllegalStateException(method + ": " + message.get("error"));
        }
        return message.get("result");
      }
    }
  }

  /** Only what is painted has the focus where the page wants it: browsers see to it before a frame, after the load. */
  private void awaitPage() {
    while (events("Page.loadEventFired").isEmpty()) {
      next();
    }
    call("Runtime.evaluate", "awaitPromise", true, "expression",
        "new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))");
  }

  private JsonNode next() {
    try {
      JsonNode message = incoming.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("the browser says nothing any more");
      }
      if (message.has("method")) {
        events.add(message);
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** Puts messages together and hands them over. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          incoming.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new IllegalStateException("the browser speaks no JSON", e);
        }
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(webSocket, data, last);
    }
  }
}
