package org.crossborough.local.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fetches access tokens of the demo identities from the identity provider. */
public final class DemoTokens {

  private static final Pattern ACCESS_TOKEN =
      Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * What the identity provider says of a second sign-in of somebody whose first is still under way:
   * with brute-force detection on it refuses that one (Keycloak's upgrading guide, "Concurrent
   * login requests"). Demo identities are signed in as by many at once.
   */
  private static final String ANOTHER_UNDER_WAY = "Invalid user credentials";

  private static final int TRIES = 5;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private final String issuer;

  public DemoTokens(String issuer) {
    this.issuer = issuer;
  }

  /** For a person by password, for a machine by its own credentials. */
  public String of(String userOrClientOrRole) {
    DemoIdentity identity = DemoIdentity.named(userOrClientOrRole);
    return of(identity, identity.client());
  }

  /** For a person who signs in through another client than usual. */
  public String of(String user, String client) {
    return of(DemoIdentity.named(user), client);
  }

  /** For a machine that proves who it is with a key (RFC 7523). */
  public String ofKey(String client, String assertion) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_assertion", assertion);
    return request(client, form);
  }

  private String of(DemoIdentity identity, String client) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", client);
    form.put("client_secret", DemoIdentity.secretOf(client));
    if (identity.isMachine()) {
      form.put("grant_type", "client_credentials");
    } else {
      form.put("grant_type", "password");
      form.put("username", identity.name());
      form.put("password", identity.secret());
    }
    return request(identity.name(), form);
  }

  private String request(String name, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer = send(client, request);
      for (int tries = 1; answer.contains(ANOTHER_UNDER_WAY) && tries < TRIES; tries++) {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        answer = send(client, request);
      }
      Matcher token = ACCESS_TOKEN.matcher(answer);
      if (!token.find()) {
        throw new IllegalStateException("No token for " + name + ": " + answer);
      }
      return token.group(1);
    } catch (IOException e) {
      throw new IllegalStateException("The identity provider does not answer at " + issuer, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
