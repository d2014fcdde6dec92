package org.crossborough.gateway.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for a service: says what it was asked, or misbehaves as the path's last part demands. */
final class FakeService implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int OUTAGE_MILLIS = 2000;

  private final String name;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger broken = new AtomicInteger();
  private final AtomicInteger uploads = new AtomicInteger();
  private final AtomicInteger unheard = new AtomicInteger();
  private final AtomicInteger seen = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile HttpServer server;

  FakeService(String name) {
    this.name = name;
    this.server = listening(0);
  }

  private HttpServer listening(int port) {
    try {
      HttpServer one =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      one.setExecutor(threads);
      one.createContext("/", this::answer);
      one.start();
      return one;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    seen.incrementAndGet();
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "silent" -> stayAway(exchange);
      case "broken" -> breakOff(exchange);
      case "upload" -> {
        uploads.incrementAndGet();
        echo(exchange);
      }
      case "uploads" -> json(exchange, Map.of("begun", uploads.get()));
      case "outage" -> {
        respond(exchange, 204, new byte[0]);
        threads.execute(this::goAwayForAWhile);
      }
      case "seen" -> json(exchange, Map.of("seen", seen.get()));
      case "breaks" -> json(exchange, Map.of("breaks", broken.get()));
      case "large" -> large(exchange);
      case "endless" -> endless(exchange);
      case "endings" -> json(exchange, Map.of("endless", unheard.get()));
      case "nothing" -> respond(exchange, 204, new byte[0]);
      case "chatty" -> chatty(exchange);
      default -> echo(exchange);
    }
  }

  /** Its port is closed meanwhile, as that of a process that is started again. */
  private void goAwayForAWhile() {
    int port = server.getAddress().getPort();
    server.stop(0);
    try {
      if (!closed.await(OUTAGE_MILLIS, TimeUnit.MILLISECONDS)) {
        server = listening(port);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stayAway(HttpExchange exchange) {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private void breakOff(HttpExchange exchange) throws IOException {
    broken.incrementAndGet();
    exchange.getRequestBody().readAllBytes();
    exchange.close();
  }

  private static void large(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      for (int line = 0; line < 1 << 16; line++) {
        body.write("%015d\n".formatted(line).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  /** Goes on until nobody is there to hear it. */
  private void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] part = new byte[1 << 16];
    try (OutputStream body = exchange.getResponseBody()) {
      while (true) {
        body.write(part);
      }
    } catch (IOException _) {
      unheard.incrementAndGet();
    }
  }

  private void chatty(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Connection", "X-Hop");
    exchange.getResponseHeaders().set("X-Hop", "for the next one only");
    exchange.getResponseHeaders().set("Server", "inner/1.0");
    exchange.getResponseHeaders().set("Cache-Control", "public, max-age=3600");
    exchange.getResponseHeaders().set("X-Correlation-ID", "something-else");
    exchange.getResponseHeaders().set("ETag", "\"7\"");
    echo(exchange);
  }

  private void echo(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((header, all) -> headers.put(header.toLowerCase(Locale.ROOT), all.getFirst()));
    MessageDigest digest = sha256();
    json(
        exchange,
        Map.of(
            "service",
            name,
            "method",
            exchange.getRequestMethod(),
            "uri",
            exchange.getRequestURI().toString(),
            "headers",
            headers,
            "bytes",
            count(new DigestInputStream(exchange.getRequestBody(), digest)),
            "sha256",
            HexFormat.of().formatHex(digest.digest())));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(InputStream body) throws IOException {
    return body.transferTo(OutputStream.nullOutputStream());
  }

  private static void json(HttpExchange exchange, Map<String, ?> content) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    respond(exchange, 200, JSON.writeValueAsBytes(content));
  }

  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
