package org.crossborough.safety.driver;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.crossborough.local.TestInfrastructure;

/**
 * A demo worker who signs in to the identity provider as people do: by its forms, with the code
 * flow and PKCE (RFC 7636). What she was asked for is remembered, as her cookies are.
 */
public final class Browser implements AutoCloseable {

  private static final String WORKER = "demo-iss-second-factor";
  private static final String CLIENT = "demo-support-browser";
  private static final String SIGNED_IN = "http://localhost/signed-in";
  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final int MOST_STEPS = 8;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new TreeMap<>();
  private final StringBuilder asked = new StringBuilder();

  /** What she had to show since she was last asked this: PASSWORD, OTP. */
  public String asked() {
    String all = asked.toString().strip();
    asked.setLength(0);
    return all;
  }

  /** An access token for a sign-in of a level. */
  public String signIn(String level) {
    String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    Map<String, String> wish = new LinkedHashMap<>();
    wish.put("client_id", CLIENT);
    wish.put("response_type", "code");
    wish.put("scope", "openid");
    wish.put("redirect_uri", SIGNED_IN);
    wish.put("code_challenge", challenge(verifier));
    wish.put("code_challenge_method", "S256");
    wish.put("acr_values", level);
    HttpResponse<String> page = get(endpoint("auth") + "?" + form(wish));
    for (int i = 0; i < MOST_STEPS; i++) {
      String location = page.headers().firstValue("Location").orElse("");
      if (location.startsWith(SIGNED_IN)) {
        return token(parameter(location, "code"), verifier);
      }
      page = location.isEmpty() ? fillIn(page.body()) : get(location);
    }
    throw new IllegalStateException("Not signed in: " + page.body());
  }

  private HttpResponse<String> fillIn(String page) {
    Matcher form = FORM.matcher(page);
    if (!form.find()) {
      throw new IllegalStateException("No form: " + page);
    }
    String action = form.group(1).replace("&amp;", "&");
    if (page.contains("name=\"otp\"")) {
      asked.append(" OTP");
      return post(action, Map.of("otp", oneTimePassword()));
    }
    asked.append(" PASSWORD");
    return post(action, Map.of("username", WORKER, "password", "demo-only-password"));
  }

  private String token(String code, String verifier) {
    Map<String, String> wish = new LinkedHashMap<>();
    wish.put("grant_type", "authorization_code");
    wish.put("code", code);
    wish.put("redirect_uri", SIGNED_IN);
    wish.put("client_id", CLIENT);
    wish.put("client_secret", "demo-only-" + CLIENT);
    wish.put("code_verifier", verifier);
    String answer = post(endpoint("token"), wish).body();
    Matcher token = TOKEN.matcher(answer);
    if (!token.find()) {
      throw new IllegalStateException("No token: " + answer);
    }
    return token.group(1);
  }

  private HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).GET());
  }

  private HttpResponse<String> post(String address, Map<String, String> fields) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  /** Cookies are kept by hand: they are marked for TLS, which the local provider has none of. */
  private HttpResponse<String> send(HttpRequest.Builder request) {
    String kept =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    try {
      HttpResponse<String> answer =
          http.send(request.header("Cookie", kept).build(), HttpResponse.BodyHandlers.ofString());
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        String[] parts = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(parts[0], parts[1]);
      }
      return answer;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static String endpoint(String name) {
    return TestInfrastructure.shared().issuer() + "/protocol/openid-connect/" + name;
  }

  private static String parameter(String address, String name) {
    Matcher value = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address);
    if (!value.find()) {
      throw new IllegalStateException("No " + name + " in " + address);
    }
    return value.group(1);
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What the demo worker's second factor shows now (RFC 6238). */
  private static String oneTimePassword() {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(
          new SecretKeySpec(
              "demo-only-second-factor".getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
      long period = Instant.now().getEpochSecond() / 30;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(period).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
