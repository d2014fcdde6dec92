package org.crossborough.gateway.session;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossborough.gateway.testing.Realm;

/** A browser without a window: keeps cookies by host and port, and goes where it is told. */
final class Browser {

  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

  private final Map<String, Map<String, String>> cookies = new HashMap<>();

  static String gateway() {
    return "http://127.0.0.1:" + RestAssured.port;
  }

  HttpResponse<String> get(String url, String... headers) {
    return send(HttpRequest.newBuilder(URI.create(url)), url, headers);
  }

  HttpResponse<String> post(String url, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)), url, headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String url, String... headers) {
    String host = URI.create(url).getAuthority();
    Map<String, String> own = cookies.computeIfAbsent(host, _ -> new HashMap<>());
    if (!own.isEmpty()) {
      request.header(
          "Cookie",
          own.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer =
        Realm.send(headers.length == 0 ? request : request.headers(headers));
    answer
        .headers()
        .allValues("set-cookie")
        .forEach(cookie -> {
          String[] pair = cookie.split(";", 2)[0].split("=", 2);
          own.put(pair[0], pair[1]);
        });
    return answer;
  }

  /** Signs in on the provider's own page; the answer of the gateway's callback. */
  HttpResponse<String> signIn(String user, String password, String back) {
    HttpResponse<String> begun = get(gateway() + "/session/login?return=" + back);
    HttpResponse<String> page = get(location(begun));
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new IllegalStateException("No form at the provider: " + page.statusCode());
    }
    HttpResponse<String> signedIn =
        post(
            form.group(1).replace("&amp;", "&"),
            Realm.form(Map.of("username", user, "password", password)),
            "Content-Type",
            "application/x-www-form-urlencoded");
    return get(location(signedIn));
  }

  static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("location")
        .orElseThrow(
            () -> new IllegalStateException("No redirect: " + answer.statusCode() + answer.body()));
  }

  String cookie(String name) {
    return cookies
        .getOrDefault(URI.create(gateway()).getAuthority(), Map.of())
        .getOrDefault(name, "");
  }
}
