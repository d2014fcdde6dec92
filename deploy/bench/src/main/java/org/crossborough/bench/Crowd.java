package org.crossborough.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many connections of callers who want little: some were answered once and say no more, some send
 * the head of a request a byte at a time, some a body, and come again when the server has had
 * enough of them. It needs as many open files as there are of them, here and in the server each.
 */
final class Crowd implements AutoCloseable {

  private static final long BETWEEN_BYTES_MILLIS = 1000;
  private static final int NEVER_REACHED = 50_000;

  private final InetSocketAddress server;
  private final String host;
  private final List<SocketChannel> idle = new ArrayList<>();
  private final List<Dawdler> slow = new CopyOnWriteArrayList<>();
  private final AtomicInteger comeAgain = new AtomicInteger();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  Crowd(URI server) {
    this.server = new InetSocketAddress(server.getHost(), server.getPort());
    this.host = server.getAuthority();
  }

  /** Adds connections that have been answered once and are kept open. */
  Crowd idle(int connections) throws IOException {
    ByteBuffer answer = ByteBuffer.allocate(8192);
    for (int i = 0; i < connections; i++) {
      SocketChannel connection =
          connect("GET /q/health/live HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      if (connection.read(answer.clear()) < 0) {
        throw new IOException("The server has closed idle connection " + i);
      }
      connection.configureBlocking(false);
      idle.add(connection);
    }
    return this;
  }

  /** Adds connections that never come to the end of the head of their request. */
  Crowd slowHeads(int connections) throws IOException {
    return slow(connections, "GET /v1/referrals HTTP/1.1\r\nHost: " + host + "\r\nX-Slow: ");
  }

  /** Adds connections whose requests are let in, and whose bodies never end. */
  Crowd slowBodies(int connections, String path, String token) throws IOException {
    return slow(
        connections,
        "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nIdempotency-Key: never-done\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n{"
            .formatted(path, host, token, NEVER_REACHED));
  }

  private Crowd slow(int connections, String beginning) throws IOException {
    List<Dawdler> more = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      more.add(begin(beginning));
    }
    slow.addAll(more);
    return this;
  }

  private Dawdler begin(String beginning) throws IOException {
    SocketChannel connection = connect(beginning);
    connection.configureBlocking(false);
    return new Dawdler(connection, beginning);
  }

  private SocketChannel connect(String beginning) throws IOException {
    SocketChannel connection = SocketChannel.open(server);
    ByteBuffer bytes = ByteBuffer.wrap(beginning.getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      connection.write(bytes);
    }
    return connection;
  }

  /** From now on each slow one sends a byte a second, until the crowd leaves. */
  Crowd dawdle() {
    thread.execute(() -> {
      try {
        while (!Thread.interrupted()) {
          for (int i = 0; i < slow.size(); i++) {
            Dawdler _ = slow.set(i, goOn(slow.get(i)));
          }
          TimeUnit.MILLISECONDS.sleep(BETWEEN_BYTES_MILLIS);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    });
    return this;
  }

  /** One more byte, or from the beginning on another connection. */
  private Dawdler goOn(Dawdler one) {
    try {
      if (isOpen(one.connection())) {
        int _ = one.connection().write(ByteBuffer.wrap(new byte[] {' '}));
        return one;
      }
    } catch (IOException _) {
      // The server has had enough of this one.
    }
    try {
      one.connection().close();
      Dawdler again = begin(one.beginning());
      int _ = comeAgain.incrementAndGet();
      return again;
    } catch (IOException _) {
      return one;
    }
  }

  /** How many that say nothing the server has not closed. */
  long openIdle() {
    return idle.stream().filter(Crowd::isOpen).count();
  }

  /** How often a slow one was cut off and came again. */
  int comeAgain() {
    return comeAgain.get();
  }

  private static boolean isOpen(SocketChannel connection) {
    ByteBuffer rest = ByteBuffer.allocate(8192);
    try {
      int read = connection.read(rest);
      while (read > 0) {
        read = connection.read(rest.clear());
      }
      return read == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    List<Runnable> _ = thread.shutdownNow();
    thread.close();
    List<SocketChannel> all = new ArrayList<>(idle);
    slow.forEach(one -> all.add(one.connection()));
    for (SocketChannel connection : all) {
      try {
        connection.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Somebody who sends {@code beginning} and then a byte now and then. */
  private record Dawdler(SocketChannel connection, String beginning) {}
}
