package org.crossborough.referral.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** A borough's system that takes webhooks: real HTTP, and answers as a test likes. */
final class Receiver implements AutoCloseable {

  /** A request as it came. */
  record Received(Map<String, List<String>> headers, String body) {

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }

    String id() {
      return header("webhook-id");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile IntUnaryOperator statuses;

  private Receiver(HttpServer server, IntUnaryOperator statuses) {
    this.server = server;
    this.statuses = statuses;
  }

  /** A receiver that takes everything. */
  static Receiver willing() throws IOException {
    return answering(number -> 204);
  }

  /** A receiver that answers the first request with the status for 1, and so on. */
  static Receiver answering(IntUnaryOperator statuses) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Receiver receiver = new Receiver(server, statuses);
    var _ = server.createContext("/", receiver::take);
    server.setExecutor(receiver.threads);
    server.start();
    return receiver;
  }

  void answersFromNowOn(int status) {
    statuses = number -> status;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(exchange.getRequestHeaders());
      int number;
      synchronized (this) {
        received.add(new Received(headers, body));
        number = received.size();
      }
      int status = statuses.applyAsInt(number);
      if (status / 100 == 3) {
        exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
