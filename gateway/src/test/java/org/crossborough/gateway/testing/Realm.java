package org.crossborough.gateway.testing;

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
import java.util.Map;
import java.util.stream.Collectors;
import org.crossborough.local.TestInfrastructure;

/** The shipped realm, asked over HTTP as anybody can. */
public final class Realm {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Realm() {}

  public static String issuer() {
    return TestInfrastructure.shared().issuer();
  }

  public static String tokenEndpoint() {
    return issuer() + "/protocol/openid-connect/token";
  }

  /** What the authorization endpoint answers; a browser is not sent on. */
  public static HttpResponse<String> authorize(Map<String, String> query) {
    return send(
        HttpRequest.newBuilder(
            URI.create(issuer() + "/protocol/openid-connect/auth?" + form(query))));
  }

  /** What the token endpoint answers. */
  public static HttpResponse<String> token(Map<String, String> fields, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(tokenEndpoint()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields)));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
