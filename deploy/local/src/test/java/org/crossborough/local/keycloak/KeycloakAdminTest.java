package org.crossborough.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An identity provider whose database has just come back. */
class KeycloakAdminTest {

  private static final String CLIENT =
      """
      [{"id": "7", "attributes": {}}]
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private KeycloakAdmin admin;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::failFirst);
    server.start();
    StateFolder state = StateFolder.at(folder);
    Files.writeString(
        folder.resolve("ports.properties"), "keycloak=" + server.getAddress().getPort());
    admin = new KeycloakAdmin(Ports.remembered(state), Passwords.complete(state));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void what_failed_is_asked_again() {
    admin.pointFrontEndTo("http://gateway.invalid");

    assertThat(asked)
        .containsExactly(
            "POST token", "POST token", "GET clients", "GET clients", "PUT 7", "PUT 7");
  }

  @Test
  void what_would_be_made_twice_is_not() {
    assertThatThrownBy(admin::rotateSigningKey).hasMessageContaining("components: 500");

    assertThat(asked).containsExactly("POST token", "POST token", "POST components");
  }

  /** Every request fails once. */
  private void failFirst(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = exchange.getRequestMethod() + " " + path.substring(path.lastIndexOf('/') + 1);
    boolean first = !asked.contains(name);
    asked.add(name);
    String answer = path.endsWith("token") ? "{\"access_token\": \"t\"}" : CLIENT;
    byte[] body = (first ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(first ? 500 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
