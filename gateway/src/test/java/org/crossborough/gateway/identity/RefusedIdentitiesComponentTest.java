package org.crossborough.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.Realm;
import org.crossborough.gateway.testing.Signatures;
import org.crossborough.gateway.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Everything an attacker may try against the door and the shipped realm, in one table: nothing of
 * it is accepted. What each case starts from is accepted, or the case would show nothing.
 */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class RefusedIdentitiesComponentTest {

  private static final String PATH = "/v1/referrals";
  private static final String REDIRECT = "http://127.0.0.1:8080/session/callback";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  /** Cases by name; each says how it was answered, and whether that was a yes. */
  private final Map<String, Supplier<Outcome>> cases = new LinkedHashMap<>();

  private record Outcome(boolean accepted, String answer) {}

  @Test
  void no_attempt_of_many_is_accepted() {
    tokens();
    proofs();
    codes();
    grants();

    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    cases.forEach((name, attempt) -> outcomes.put(name, attempt.get()));

    outcomes.forEach((name, outcome) -> System.out.printf("  %-58s %s%n", name, outcome.answer()));
    long accepted = outcomes.values().stream().filter(Outcome::accepted).count();
    System.out.printf("%d attempts, %d accepted%n", outcomes.size(), accepted);
    assertThat(outcomes).hasSizeGreaterThanOrEqualTo(60);
    assertThat(outcomes.entrySet().stream().filter(one -> one.getValue().accepted()))
        .as("accepted")
        .isEmpty();
  }

  @Test
  void what_the_attempts_start_from_is_accepted() {
    Signatures key = Signatures.anew();
    String bound = boundToken(key);

    assertThat(asBearer(Tokens.of("demo-assessor")).accepted()).isTrue();
    assertThat(withProof(bound, key.proof("GET", uri(), bound)).accepted()).isTrue();
    assertThat(Realm.authorize(codeRequest()).statusCode()).isEqualTo(200);
  }

  // --- Tokens at the door

  private void tokens() {
    String token = Tokens.of("demo-assessor");
    String[] parts = token.split("\\.", -1);
    JsonObject header = decoded(parts[0]);
    JsonObject claims = decoded(parts[1]);
    Signatures own = Signatures.anew();

    bearer("token: none at all", "");
    bearer("token: not a token", "garbage");
    bearer("token: two parts", parts[0] + "." + parts[1]);
    bearer("token: signature missing", parts[0] + "." + parts[1] + ".");
    bearer("token: signature of another token", swapSignature(token));
    bearer(
        "token: last byte of the signature changed",
        token.substring(0, token.length() - 4) + "AAAA");
    for (String none : List.of("none", "None", "NONE", "nOnE")) {
      JsonObject unsigned = header.copy().put("alg", none);
      bearer("token: algorithm " + none, encoded(unsigned) + "." + parts[1] + ".");
    }
    for (String algorithm : List.of("HS256", "HS512", "ES256", "RS512", "PS256", "RS1")) {
      JsonObject other = header.copy().put("alg", algorithm);
      bearer("token: said to be " + algorithm, encoded(other) + "." + parts[1] + "." + parts[2]);
    }
    forged("token: signed by a key of the attacker", own, claims, _ -> {}, Map.of());
    forged(
        "token: the attacker's key under the realm's key id",
        own,
        claims,
        _ -> {},
        Map.of("kid", header.getString("kid")));
    forged(
        "token: the attacker's key in the header",
        own,
        claims,
        _ -> {},
        Map.of("jwk", own.headers().get("jwk")));
    forged(
        "token: the attacker's key at an address",
        own,
        claims,
        _ -> {},
        Map.of("jku", "http://127.0.0.1:1/keys"));
    forged("token: key id that is a path", own, claims, _ -> {}, Map.of("kid", "../../dev/null"));
    forged("token: key id that is a statement", own, claims, _ -> {}, Map.of("kid", "' or 1=1 --"));
    forged(
        "token: critical header nobody knows",
        own,
        claims,
        _ -> {},
        Map.of("crit", List.of("x"), "x", 1));
    forged("token: from the future", own, claims, all -> all.put("nbf", 4_102_444_800L), Map.of());
    forged("token: never expires", own, claims, all -> all.remove("exp"), Map.of());
    forged(
        "token: of another issuer",
        own,
        claims,
        all -> all.put("iss", "https://elsewhere.example"),
        Map.of());
    forged(
        "token: more roles",
        own,
        claims,
        all -> all.put("realm_access", Map.of("roles", List.of("iss-manager"))),
        Map.of());
    forged("token: another borough", own, claims, all -> all.put("borough", "E09000007"), Map.of());
    claimed(
        "token: roles changed after signing",
        parts,
        claims,
        all -> all.put("realm_access", new JsonObject().put("roles", List.of("iss-manager"))));
    claimed(
        "token: borough changed after signing",
        parts,
        claims,
        all -> all.put("borough", "E09000007"));
    claimed(
        "token: expiry changed after signing",
        parts,
        claims,
        all -> all.put("exp", 4_102_444_800L));
    claimed(
        "token: audience changed after signing",
        parts,
        claims,
        all -> all.put("aud", List.of("gateway", "safety-service")));
    bearer("token: expired", expired());
    bearer(
        "token: without the gateway's audience",
        Tokens.through("demo-assessor", "demo-no-audience"));
    bearer("token: an identity token", passwordGrant().getString("id_token", "none"));
    bearer("token: a refresh token", passwordGrant().getString("refresh_token"));
    bearer("token: roles of both sides", Tokens.of("demo-role-conflict"));
    bearer("token: twice as long as any", token + token);
    raw("token: under another scheme", "Basic " + token);
    raw("token: without a scheme", token);
    cases.put(
        "token: two of them",
        () ->
            outcome(
                given().header("Authorization", "Bearer " + token, "Bearer " + token).get(PATH)));
    cases.put(
        "token: in the query", () -> outcome(given().queryParam("access_token", token).get(PATH)));
    cases.put(
        "token: in a form", () -> outcome(given().formParam("access_token", token).post(PATH)));
    cases.put(
        "token: in a cookie",
        () -> outcome(given().cookie("Authorization", "Bearer " + token).get(PATH)));
    cases.put("token: of the identity provider's own realm", () -> asBearer(masterToken()));
    cases.put(
        "claims in headers instead of a token",
        () ->
            outcome(
                given()
                    .header("X-Forwarded-User", "demo-assessor")
                    .header("X-User", "x")
                    .get(PATH)));
  }

  // --- Proofs of possession (RFC 9449)

  private void proofs() {
    Signatures key = Signatures.anew();
    String bound = boundToken(key);
    String other = boundToken(key);
    Signatures thief = Signatures.anew();
    long now = System.currentTimeMillis() / 1000;

    bearer("proof: bound token as a bearer token", bound);
    cases.put("proof: none", () -> withProof(bound, null));
    cases.put("proof: nonsense", () -> withProof(bound, "a.b.c"));
    cases.put(
        "proof: by the thief's key", () -> withProof(bound, thief.proof("GET", uri(), bound)));
    cases.put("proof: for another token", () -> withProof(bound, key.proof("GET", uri(), other)));
    cases.put("proof: for no token", () -> withProof(bound, key.proof("GET", uri())));
    cases.put("proof: for another method", () -> withProof(bound, key.proof("POST", uri(), bound)));
    cases.put(
        "proof: for another path", () -> withProof(bound, key.proof("GET", uri() + "/1", bound)));
    cases.put(
        "proof: for another host",
        () -> withProof(bound, key.proof("GET", "http://elsewhere.example" + PATH, bound)));
    cases.put(
        "proof: for another scheme",
        () -> withProof(bound, key.proof("GET", uri().replace("http:", "https:"), bound)));
    spoilt("proof: too old", key, bound, all -> all.put("iat", now - 120));
    spoilt("proof: from the future", key, bound, all -> all.put("iat", now + 120));
    spoilt("proof: of no time", key, bound, all -> all.remove("iat"));
    spoilt("proof: without an id", key, bound, all -> all.remove("jti"));
    spoilt("proof: with an empty id", key, bound, all -> all.put("jti", ""));
    spoilt("proof: with an endless id", key, bound, all -> all.put("jti", "x".repeat(300)));
    header("proof: of another type", key, bound, all -> all.put("typ", "JWT"));
    header("proof: of no type", key, bound, all -> all.remove("typ"));
    header("proof: without a key", key, bound, all -> all.remove("jwk"));
    header("proof: with the private key", key, bound, all -> all.put("jwk", key.wholeKey()));
    header("proof: said to be HS256", key, bound, all -> all.put("alg", "HS256"));
    cases.put(
        "proof: algorithm none",
        () -> {
          Map<String, Object> unsigned = key.headers();
          unsigned.put("alg", "none");
          return withProof(
              bound,
              encoded(new JsonObject(unsigned))
                  + "."
                  + encoded(new JsonObject(claims(key, bound)))
                  + ".");
        });
    cases.put(
        "proof: used a second time",
        () -> {
          String proof = key.proof("GET", uri(), bound);
          assertThat(withProof(bound, proof).accepted()).isTrue();
          return withProof(bound, proof);
        });
    cases.put(
        "proof: two of them",
        () ->
            outcome(
                given()
                    .header("Authorization", "DPoP " + bound)
                    .header("DPoP", key.proof("GET", uri(), bound), key.proof("GET", uri(), bound))
                    .get(PATH)));
    cases.put(
        "proof: with a token that is bound to nothing",
        () ->
            withProof(
                Tokens.of("demo-assessor"), key.proof("GET", uri(), Tokens.of("demo-assessor"))));
    cases.put(
        "proof: none where the client must give one",
        () -> {
          HttpResponse<String> answer = Realm.token(boundGrant());
          return new Outcome(answer.statusCode() == 200, answer.statusCode() + " at the realm");
        });
  }

  // --- Authorization codes (RFC 9700, 2.1)

  private void codes() {
    for (String redirect :
        List.of(
            "https://elsewhere.example/session/callback",
            "http://127.0.0.1:8080/session/callback/more",
            "http://127.0.0.1:8080/session/callback?x=1",
            "http://127.0.0.1:8080/session/callback#x",
            "http://127.0.0.1:8080/session/../session/callback",
            "http://127.0.0.1:8080/",
            "http://127.0.0.1.elsewhere.example/session/callback",
            "http://user@127.0.0.1:8080/session/callback",
            "https://localhost:8444/session/callback",
            "https://localhost:8443/session/callback/",
            "javascript:alert(1)",
            "data:text/html,x",
            "*")) {
      code("code: redirect to " + redirect, all -> all.put("redirect_uri", redirect));
    }
    code("code: no redirect", all -> all.remove("redirect_uri"));
    code(
        "code: without a challenge",
        all -> {
          all.remove("code_challenge");
          all.remove("code_challenge_method");
        });
    code("code: challenge in the plain", all -> all.put("code_challenge_method", "plain"));
    code("code: challenge of no method", all -> all.remove("code_challenge_method"));
    for (String type :
        List.of("token", "id_token", "id_token token", "code token", "code id_token", "")) {
      code("code: response type '" + type + "'", all -> all.put("response_type", type));
    }
    for (String client :
        List.of(
            "demo-borough-islington",
            "demo-programme-staff",
            "demo-bound-support",
            "admin-cli",
            "x")) {
      code("code: for client " + client, all -> all.put("client_id", client));
    }
  }

  // --- The token endpoint

  private void grants() {
    grant(
        "grant: password at the front end",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "demo-front-end",
            "client_secret",
            "demo-only-demo-front-end",
            "username",
            "demo-assessor",
            "password",
            "demo-only-password"));
    grant(
        "grant: password at a machine",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "demo-borough-camden",
            "client_secret",
            "demo-only-demo-borough-camden",
            "username",
            "demo-assessor",
            "password",
            "demo-only-password"));
    grant(
        "grant: password at the provider's own client",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            "demo-assessor",
            "password",
            "demo-only-password"));
    grant(
        "grant: wrong password",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "demo-programme-staff",
            "client_secret",
            "demo-only-demo-programme-staff",
            "username",
            "demo-second-facilitator",
            "password",
            "guess"));
    grant(
        "grant: wrong secret",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            "demo-borough-camden",
            "client_secret",
            "guess"));
    grant(
        "grant: no secret",
        Map.of("grant_type", "client_credentials", "client_id", "demo-borough-camden"));
    grant(
        "grant: a front end as a machine",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            "demo-front-end",
            "client_secret",
            "demo-only-demo-front-end"));
    grant(
        "grant: a code that was never issued",
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            "demo-front-end",
            "client_secret",
            "demo-only-demo-front-end",
            "code",
            UUID.randomUUID().toString(),
            "redirect_uri",
            REDIRECT,
            "code_verifier",
            "x".repeat(43)));
    grant(
        "grant: device",
        Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:device_code",
            "client_id",
            "demo-front-end",
            "client_secret",
            "demo-only-demo-front-end",
            "device_code",
            "x"));
    grant(
        "grant: exchange of somebody's token",
        Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:token-exchange",
            "client_id",
            "demo-borough-camden",
            "client_secret",
            "demo-only-demo-borough-camden",
            "subject_token",
            Tokens.of("demo-assessor"),
            "subject_token_type",
            "urn:ietf:params:oauth:token-type:access_token"));
    grant(
        "grant: an assertion nobody signed",
        Map.of(
            "grant_type", "client_credentials",
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion", "a.b.c"));
    cases.put(
        "grant: a refresh token used twice",
        () -> {
          Map<String, String> refresh = new HashMap<>(staff());
          refresh.put("grant_type", "refresh_token");
          refresh.put("refresh_token", passwordGrant().getString("refresh_token"));
          assertThat(Realm.token(refresh).statusCode()).isEqualTo(200);
          HttpResponse<String> again = Realm.token(refresh);
          return new Outcome(again.statusCode() == 200, again.statusCode() + " at the realm");
        });
    cases.put(
        "grant: another client's refresh token",
        () -> {
          Map<String, String> refresh =
              Map.of(
                  "grant_type",
                  "refresh_token",
                  "client_id",
                  "demo-support-staff",
                  "client_secret",
                  "demo-only-demo-support-staff",
                  "refresh_token",
                  passwordGrant().getString("refresh_token"));
          HttpResponse<String> answer = Realm.token(refresh);
          return new Outcome(answer.statusCode() == 200, answer.statusCode() + " at the realm");
        });
  }

  // --- How the attempts are made

  private void bearer(String name, String token) {
    cases.put(name, () -> asBearer(token));
  }

  private void raw(String name, String credential) {
    cases.put(name, () -> outcome(given().header("Authorization", credential).get(PATH)));
  }

  private static Outcome asBearer(String token) {
    return outcome(given().header("Authorization", "Bearer " + token).get(PATH));
  }

  private void forged(
      String name,
      Signatures key,
      JsonObject claims,
      Consumer<Map<String, Object>> change,
      Map<String, Object> header) {
    Map<String, Object> said = new HashMap<>(claims.getMap());
    change.accept(said);
    Map<String, Object> headers = new HashMap<>(Map.of("alg", "ES256", "typ", "JWT"));
    headers.putAll(header);
    bearer(name, key.signed(headers, said));
  }

  private void claimed(
      String name, String[] parts, JsonObject claims, Consumer<JsonObject> change) {
    JsonObject changed = claims.copy();
    change.accept(changed);
    bearer(name, parts[0] + "." + encoded(changed) + "." + parts[2]);
  }

  private static Outcome withProof(String token, @Nullable String proof) {
    RequestSpecification request = given().header("Authorization", "DPoP " + token);
    return outcome((proof == null ? request : request.header("DPoP", proof)).get(PATH));
  }

  private void spoilt(
      String name, Signatures key, String token, Consumer<Map<String, Object>> change) {
    Map<String, Object> claims = claims(key, token);
    change.accept(claims);
    cases.put(name, () -> withProof(token, key.signed(key.headers(), claims)));
  }

  private void header(
      String name, Signatures key, String token, Consumer<Map<String, Object>> change) {
    cases.put(
        name,
        () -> {
          Map<String, Object> headers = key.headers();
          change.accept(headers);
          String honest = key.signed(key.headers(), claims(key, token));
          String[] parts = honest.split("\\.", -1);
          return withProof(
              token, encoded(new JsonObject(headers)) + "." + parts[1] + "." + parts[2]);
        });
  }

  private static Map<String, Object> claims(Signatures key, String token) {
    Map<String, Object> claims = key.claims("GET", uri(), System.currentTimeMillis() / 1000);
    claims.put("ath", Signatures.hash(token));
    return claims;
  }

  private static Map<String, String> codeRequest() {
    return new TreeMap<>(
        Map.of(
            "response_type",
            "code",
            "client_id",
            "demo-front-end",
            "redirect_uri",
            REDIRECT,
            "scope",
            "openid",
            "state",
            "s",
            "nonce",
            "n",
            "code_challenge",
            CHALLENGE,
            "code_challenge_method",
            "S256"));
  }

  /** A yes would be the sign-in page, or a way back with a code or token. */
  private void code(String name, Consumer<Map<String, String>> change) {
    cases.put(
        name,
        () -> {
          Map<String, String> query = codeRequest();
          change.accept(query);
          HttpResponse<String> answer = Realm.authorize(query);
          String location = answer.headers().firstValue("location").orElse("");
          boolean page = answer.statusCode() == 200 && answer.body().contains("kc-form-login");
          boolean sentOn = answer.statusCode() == 302 && !location.contains("error=");
          boolean elsewhere = location.contains("elsewhere.example");
          return new Outcome(page || sentOn || elsewhere, answer.statusCode() + " at the realm");
        });
  }

  private void grant(String name, Map<String, String> form) {
    cases.put(
        name,
        () -> {
          HttpResponse<String> answer = Realm.token(form);
          boolean yes = answer.statusCode() == 200 || answer.body().contains("access_token");
          return new Outcome(yes, answer.statusCode() + " at the realm");
        });
  }

  private static Outcome outcome(Response answer) {
    String type =
        answer.contentType().startsWith("application/problem+json")
            ? answer.jsonPath().getString("code")
            : answer.contentType();
    boolean refused =
        answer.statusCode() == 401 || answer.statusCode() == 403 || answer.statusCode() == 431;
    return new Outcome(!refused, answer.statusCode() + " " + type);
  }

  private static String uri() {
    return RestAssured.baseURI + ":" + RestAssured.port + PATH;
  }

  private static String expired() {
    String token = Tokens.shortLived();
    await().atMost(Duration.ofSeconds(30)).until(() -> !asBearer(token).accepted());
    return token;
  }

  private static Map<String, String> staff() {
    return Map.of(
        "client_id", "demo-programme-staff", "client_secret", "demo-only-demo-programme-staff");
  }

  private static JsonObject passwordGrant() {
    Map<String, String> form = new HashMap<>(staff());
    form.putAll(
        Map.of(
            "grant_type",
            "password",
            "scope",
            "openid",
            "username",
            "demo-assessor",
            "password",
            "demo-only-password"));
    return new JsonObject(Realm.token(form).body());
  }

  private static Map<String, String> boundGrant() {
    return Map.of(
        "grant_type",
        "password",
        "client_id",
        "demo-bound-support",
        "client_secret",
        "demo-only-demo-bound-support",
        "username",
        "demo-iss-worker",
        "password",
        "demo-only-password");
  }

  private static String boundToken(Signatures key) {
    HttpResponse<String> answer =
        Realm.token(boundGrant(), "DPoP", key.proof("POST", Realm.tokenEndpoint()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject issued = new JsonObject(answer.body());
    assertThat(issued.getString("token_type")).isEqualTo("DPoP");
    return issued.getString("access_token");
  }

  private static String masterToken() {
    JsonObject header = new JsonObject().put("alg", "RS256").put("kid", "master");
    JsonObject claims =
        new JsonObject()
            .put("iss", Realm.issuer().replace("crossborough", "master"))
            .put("aud", "gateway")
            .put("exp", 4_102_444_800L);
    return encoded(header) + "." + encoded(claims) + ".AAAA";
  }

  private static String swapSignature(String token) {
    String other = Tokens.of("demo-facilitator");
    return token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
  }

  private static JsonObject decoded(String part) {
    return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  private static String encoded(JsonObject json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
  }
}
