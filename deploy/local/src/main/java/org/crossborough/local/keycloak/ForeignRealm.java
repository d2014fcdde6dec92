package org.crossborough.local.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The platform's realm in an identity provider that somebody else started. */
public final class ForeignRealm {

  private static final Pattern ACCESS_TOKEN =
      Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final URI server;
  private final RealmFile file;

  /**
   * @param server the identity provider's root, for instance {@code http://keycloak:8080}
   * @param folder holds the realm and, apart from it, the demo identities
   */
  public ForeignRealm(URI server, Path folder) {
    this.server = server;
    this.file = new RealmFile(folder);
  }

  /**
   * Creates the realm in one transaction. One that is there is left as it is: its people and
   * clients are the operator's, and so is every later change of it.
   *
   * @throws IllegalStateException when the server does not answer or refuses
   */
  public void settle(String administrator, String password, boolean withDemoIdentities) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String token = token(client, administrator, password);
      HttpRequest.Builder look =
          HttpRequest.newBuilder(server.resolve("/admin/realms/crossborough")).GET();
      if (send(client, look, token).statusCode() == 404) {
        String realm = withDemoIdentities ? file.withDemoIdentities() : file.withoutAnybody();
        HttpRequest.Builder create =
            HttpRequest.newBuilder(server.resolve("/admin/realms"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(realm));
        var _ = accept(send(client, create, token), 201);
      }
    }
  }

  private String token(HttpClient client, String administrator, String password) {
    String form =
        Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                administrator,
                "password",
                password)
            .entrySet()
            .stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve("/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    Matcher found = ACCESS_TOKEN.matcher(accept(send(client, request, ""), 200).body());
    if (!found.find()) {
      throw new IllegalStateException("The identity provider gave no token");
    }
    return found.group(1);
  }

  private static HttpResponse<String> send(
      HttpClient client, HttpRequest.Builder request, String token) {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("The identity provider does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the server says of a refusal stays out of the message: it may repeat what was sent. */
  private static HttpResponse<String> accept(HttpResponse<String> answer, int wanted) {
    if (answer.statusCode() != wanted) {
      throw new IllegalStateException(
          "The identity provider answered %d to %s"
              .formatted(answer.statusCode(), answer.uri().getPath()));
    }
    return answer;
  }
}
