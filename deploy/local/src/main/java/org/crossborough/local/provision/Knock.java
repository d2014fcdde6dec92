package org.crossborough.local.provision;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Asks from inside a container what an image without shell and tools could not be asked otherwise.
 * It needs nothing but the JDK, and one class file, so that it may lie in every image.
 */
public final class Knock {

  private static final int PATIENCE_MILLISECONDS = 1000;
  private static final String LISTENING = "0A";

  private static final String USAGE =
      """
      Usage: Knock ready              exit with 0 when $READY_URL answers 200
             Knock listening          the ports that anybody in this network namespace listens on
             Knock connect HOST:PORT… those of them that let us connect
      """;

  private Knock() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    String command = words.length == 0 ? "" : words[0];
    switch (command) {
      case "ready" -> System.exit(isReady(URI.create(System.getenv("READY_URL"))) ? 0 : 1);
      case "listening" -> listening(System.out);
      case "connect" -> connect(List.of(words).subList(1, words.length), System.out);
      default -> {
        System.err.print(USAGE);
        System.exit(2);
      }
    }
  }

  /** By hand, for the JDK's HTTP client takes ten times as long to start as to ask. */
  static boolean isReady(URI uri) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(5 * PATIENCE_MILLISECONDS);
      socket.connect(address(uri.getHost(), uri.getPort()), PATIENCE_MILLISECONDS);
      String request =
          "GET %s HTTP/1.0\r\nHost: %s\r\n\r\n".formatted(uri.getRawPath(), uri.getHost());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String status =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      return status != null && status.matches("HTTP/1\\.[01] 200\\b.*");
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void listening(PrintStream out) throws IOException {
    TreeSet<Integer> ports = new TreeSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (Files.exists(Path.of(table))) {
        try (Stream<String> lines = Files.lines(Path.of(table))) {
          lines
              .skip(1)
              .map(line -> line.trim().split("\\s+"))
              .forEach(row -> {
                if (row[3].equals(LISTENING)) {
                  ports.add(Integer.parseInt(row[1].substring(row[1].lastIndexOf(':') + 1), 16));
                }
              });
        }
      }
    }
    ports.forEach(out::println);
  }

  private static void connect(List<String> doors, PrintStream out) throws InterruptedException {
    Map<String, Future<Boolean>> answers = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String door : new ArrayList<>(doors)) {
        answers.put(door, threads.submit(() -> opens(door)));
      }
      for (Map.Entry<String, Future<Boolean>> answer : answers.entrySet()) {
        if (answer.getValue().get()) {
          out.println(answer.getKey());
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static boolean opens(String door) {
    int colon = door.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      InetSocketAddress address =
          address(door.substring(0, colon), Integer.parseInt(door.substring(colon + 1)));
      socket.connect(address, PATIENCE_MILLISECONDS);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private static InetSocketAddress address(String host, int port) throws UnknownHostException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    return address;
  }
}
