package org.crossborough.platform.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What receives webhooks as a borough's system must: it keeps what came, and believes only what is
 * signed with its secret (Standard Webhooks, <a href="https://www.standardwebhooks.com">its
 * specification</a>). The first message of all it refuses, to see it come again.
 */
final class Inbox implements AutoCloseable {

  private static final String SECRET_PREFIX = "whsec_";
  private static final String SIGNATURE_PREFIX = "v1,";

  private final HttpServer server;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final AtomicBoolean refused = new AtomicBoolean();

  private Inbox(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port of this machine. */
  static Inbox open() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Inbox inbox = new Inbox(server);
      server.createContext("/", inbox::take);
      server.start();
      return inbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      messages.add(
          new Message(
              header(exchange, "webhook-id"),
              header(exchange, "webhook-timestamp"),
              header(exchange, "webhook-signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(refused.compareAndSet(false, true) ? 503 : 204, -1);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  /** What came so far, repeats included, oldest first. */
  List<Message> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /**
   * One message as it came.
   *
   * @param signatures separated by spaces; two while a secret is being replaced
   */
  record Message(String id, String timestamp, String signatures, String body) {

    /** Whether one of its signatures was made with this secret. */
    boolean isSignedWith(String secret) {
      byte[] expected = signature(secret);
      return Arrays.stream(signatures.split(" ", -1))
          .filter(one -> one.startsWith(SIGNATURE_PREFIX))
          .map(one -> Base64.getDecoder().decode(one.substring(SIGNATURE_PREFIX.length())))
          .anyMatch(one -> MessageDigest.isEqual(one, expected));
    }

    private byte[] signature(String secret) {
      byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    Message with(String otherBody) {
      return new Message(id, timestamp, signatures, otherBody);
    }
  }
}
