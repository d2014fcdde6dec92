package org.crossborough.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Ports;
import org.jspecify.annotations.Nullable;

/** Changes the realm of a running identity provider, as its administrator would. */
public final class KeycloakAdmin {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final String TOKEN = "/protocol/openid-connect/token";
  private static final String FRONT_END = "demo-front-end";

  private final String server;
  private final String realm;
  private final Passwords passwords;

  public KeycloakAdmin(Ports ports, Passwords passwords) {
    this.server = ports.issuer().replaceFirst("/realms/.*", "");
    this.realm = server + "/admin/realms/crossborough";
    this.passwords = passwords;
  }

  /** Says where the gateway wants to hear that a session is over. */
  public void pointFrontEndTo(String gateway) {
    String token = token();
    ObjectNode client = (ObjectNode) client(FRONT_END, token);
    ((ObjectNode) client.path("attributes"))
        .put("backchannel.logout.url", gateway + "/session/logout/back-channel");
    JsonNode _ = send("PUT", "/clients/" + client.path("id").asText(), client, token);
  }

  /** Ends every session of a person. */
  public void signOut(String user) {
    String token = token();
    String query = "/users?exact=true&username=" + URLEncoder.encode(user, StandardCharsets.UTF_8);
    JsonNode found = send("GET", query, null, token).path(0);
    JsonNode _ = send("POST", "/users/" + found.path("id").asText() + "/logout", null, token);
  }

  /** Signs with a new key from now on; those before go on to verify what they have signed. */
  public void rotateSigningKey() {
    String now = Long.toString(Instant.now().getEpochSecond());
    ObjectNode key =
        JSON.createObjectNode()
            .put("name", "signing-" + now)
            .put("providerId", "rsa-generated")
            .put("providerType", "org.keycloak.keys.KeyProvider");
    // The active key of the highest priority signs: the newest.
    key.putObject("config").putArray("priority").add(now);
    JsonNode _ = send("POST", "/components", key, token());
  }

  /** Adds a machine client that holds one role, or gives the one that is there its new form. */
  void addMachine(ObjectNode client, String role) {
    String token = token();
    String name = client.path("clientId").asText();
    JsonNode known = find(name, token);
    if (known.isMissingNode()) {
      JsonNode _ = send("POST", "/clients", client, token);
    } else {
      JsonNode _ = send("PUT", "/clients/" + known.path("id").asText(), client, token);
    }
    String id = client(name, token).path("id").asText();
    JsonNode account = send("GET", "/clients/" + id + "/service-account-user", null, token);
    String roles = "/users/" + account.path("id").asText() + "/role-mappings/realm";
    // The provider gives every account roles of its own making, which none of ours has.
    JsonNode _ = send("DELETE", roles, send("GET", roles, null, token), token);
    JsonNode held = JSON.createArrayNode().add(send("GET", "/roles/" + role, null, token));
    JsonNode _ = send("POST", roles, held, token);
  }

  private JsonNode client(String name, String token) {
    JsonNode found = find(name, token);
    if (found.isMissingNode()) {
      throw new IllegalStateException("The realm has no client " + name);
    }
    return found;
  }

  private JsonNode find(String name, String token) {
    String query = "/clients?clientId=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    return send("GET", query, null, token).path(0);
  }

  /** What may be asked for twice; a client or a key that was made after all is not made again. */
  private static boolean isRepeatable(HttpRequest request) {
    return !request.method().equals("POST") || request.uri().getPath().endsWith(TOKEN);
  }

  private String token() {
    String form =
        "client_id=admin-cli&grant_type=password&username=admin&password="
            + URLEncoder.encode(passwords.ofKeycloakAdmin(), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/realms/master" + TOKEN))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return answer(request).path("access_token").asText();
  }

  private JsonNode send(String method, String path, @Nullable JsonNode body, String token) {
    return answer(
        HttpRequest.newBuilder(URI.create(realm + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build());
  }

  private static JsonNode answer(HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      // After its database was away it answers with errors for a while.
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (answer.statusCode() >= 500 && isRepeatable(request) && System.nanoTime() < end) {
        LockSupport.parkNanos(PAUSE.toNanos());
        answer = client.send(request, BodyHandlers.ofString());
      }
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            "%s %s: %d %s"
                .formatted(
                    request.method(), request.uri().getPath(), answer.statusCode(), answer.body()));
      }
      return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
