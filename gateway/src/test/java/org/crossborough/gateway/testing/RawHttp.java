package org.crossborough.gateway.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends exactly the bytes it is given, which well-behaved clients refuse to. */
public final class RawHttp {

  private static final int PATIENCE_MILLIS = 20_000;

  private RawHttp() {}

  /** The whole answer to a request without a body; {@code lines} are separated by line feeds. */
  public static String exchange(String lines) {
    return exchange(lines, 0);
  }

  /** How the answer to a request without a body begins, whatever follows. */
  public static String head(String lines) {
    String request = lines.replace("\n", "\r\n") + "\r\nHost: door.example\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] buffer = new byte[8192];
      int read = socket.getInputStream().read(buffer);
      return read < 0 ? "" : new String(buffer, 0, read, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole answer to a request with exactly these bytes after its head. */
  public static String whole(String lines, String body) {
    String head = lines.replace("\n", "\r\n") + "\r\nHost: door.example\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
      return firstAnswer(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole answer to a request whose body of unknown length holds {@code chunks} of 64 KiB. */
  public static String exchange(String lines, int chunks) {
    String head = lines.strip().replace("\n", "\r\n") + "\r\nHost: door.example\r\n";
    String encoding = chunks > 0 ? "Transfer-Encoding: chunked\r\n\r\n" : "\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write((head + encoding).getBytes(StandardCharsets.US_ASCII));
      if (chunks > 0) {
        send(socket.getOutputStream(), chunks);
      }
      return firstAnswer(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(OutputStream out, int chunks) throws IOException {
    byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    try {
      for (int sent = 0; sent < chunks; sent++) {
        out.write(chunk);
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (SocketException _) {
      // The gateway may have heard enough; what it answered is still to be read.
    }
  }

  private static String firstAnswer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[8192];
    int read;
    while (!isComplete(answer) && (read = socket.getInputStream().read(buffer)) >= 0) {
      answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
    }
    return answer.toString();
  }

  /** All answers these tests ask for end with their JSON document. */
  private static boolean isComplete(StringBuilder answer) {
    return answer.indexOf("\r\n\r\n") > 0 && answer.charAt(answer.length() - 1) == '}';
  }
}
