package org.crossborough.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks from outside whether something is there. */
public final class Probe {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int CONNECT_MILLISECONDS = 500;

  /** One for all questions: a client costs more than many requests, and a start asks often. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private Probe() {}

  /** Whether anybody listens; says nothing about who. */
  public static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      socket.connect(address, CONNECT_MILLISECONDS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  public static boolean answersOk(URI uri) {
    if (!listens(uri.getPort())) {
      return false;
    }
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
