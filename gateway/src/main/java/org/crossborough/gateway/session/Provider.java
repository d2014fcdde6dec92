package org.crossborough.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The identity provider, as a confidential client sees it (OpenID Connect Core 1.0). */
@Singleton
class Provider {

  private static final int PATIENCE_MILLIS = 5000;
  private static final int SECONDS_APART = 10;
  private static final int SERVER_FAULT = 500;

  /** A key that is not known is asked for at most so often, whoever names it. */
  private static final int KEYS_KEPT_SECONDS = 30;

  private record Keys(JsonWebKeySet set, Instant fetched) {}

  private final WebClient http;
  private final InstantSource clock;
  private final String issuer;
  private final String client;
  private final String secret;
  private final AtomicReference<@Nullable JsonObject> metadata = new AtomicReference<>();
  private final AtomicReference<@Nullable Keys> keys = new AtomicReference<>();

  Provider(
      Vertx vertx,
      SessionConfig config,
      InstantSource clock,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
    this.http =
        WebClient.create(
            vertx,
            new WebClientOptions().setConnectTimeout(PATIENCE_MILLIS).setFollowRedirects(false));
    this.clock = clock;
    this.issuer = issuer;
    this.client = config.client().orElse("");
    this.secret = config.secret().orElse("");
  }

  String client() {
    return client;
  }

  String issuer() {
    return issuer;
  }

  /** What the provider says about itself; asked once. */
  Future<JsonObject> metadata() {
    JsonObject known = metadata.get();
    return known != null
        ? Future.succeededFuture(known)
        : http.getAbs(issuer + "/.well-known/openid-configuration")
            .timeout(PATIENCE_MILLIS)
            .send()
            .map(answer -> json(answer, 200))
            .map(found -> {
              if (!issuer.equals(found.getString("issuer"))) {
                throw new ProviderRefusal("issuer");
              }
              return found;
            })
            .onSuccess(metadata::set);
  }

  /** Turns an authorization code into tokens, with the proof that the code was ours (RFC 7636). */
  Future<JsonObject> exchange(String code, String verifier, String redirect) {
    return token(
        form()
            .set("grant_type", "authorization_code")
            .set("code", code)
            .set("code_verifier", verifier)
            .set("redirect_uri", redirect));
  }

  /** Uses up a refresh token for new tokens. */
  Future<JsonObject> refresh(String refreshToken) {
    return token(form().set("grant_type", "refresh_token").set("refresh_token", refreshToken));
  }

  private Future<JsonObject> token(MultiMap form) {
    return post("token_endpoint", form).map(answer -> json(answer, 200));
  }

  /** Ends the session at the provider, which tells everybody else who takes part in it. */
  Future<Void> endSession(String refreshToken) {
    return post("end_session_endpoint", form().set("refresh_token", refreshToken)).mapEmpty();
  }

  private MultiMap form() {
    return MultiMap.caseInsensitiveMultiMap().set("client_id", client).set("client_secret", secret);
  }

  private Future<HttpResponse<Buffer>> post(String endpoint, MultiMap form) {
    return metadata()
        .compose(known ->
            http.postAbs(known.getString(endpoint)).timeout(PATIENCE_MILLIS).sendForm(form));
  }

  /** What a token for this client says, if the provider signed it; whatever else it is for. */
  Future<JwtClaims> verified(String token) {
    return keys(false)
        .map(known -> claims(token, known))
        .recover(failure ->
            failure instanceof ProviderRefusal
                ? keys(true).map(known -> claims(token, known))
                : Future.failedFuture(failure));
  }

  private JwtClaims claims(String token, JsonWebKeySet known) {
    JwtConsumer consumer =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(known.getJsonWebKeys()))
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
            .setExpectedIssuer(issuer)
            .setExpectedAudience(client)
            .setRequireIssuedAt()
            .setRequireExpirationTime()
            .setAllowedClockSkewInSeconds(SECONDS_APART)
            .build();
    try {
      return consumer.processToClaims(token);
    } catch (InvalidJwtException _) {
      throw new ProviderRefusal("token");
    }
  }

  private Future<JsonWebKeySet> keys(boolean again) {
    Keys known = keys.get();
    Instant now = clock.instant();
    if (known != null && (!again || known.fetched().plusSeconds(KEYS_KEPT_SECONDS).isAfter(now))) {
      return Future.succeededFuture(known.set());
    }
    return metadata()
        .compose(found -> http.getAbs(found.getString("jwks_uri")).timeout(PATIENCE_MILLIS).send())
        .map(answer -> keySet(json(answer, 200).encode()))
        .onSuccess(set -> keys.set(new Keys(set, now)));
  }

  private static JsonWebKeySet keySet(String json) {
    try {
      return new JsonWebKeySet(json);
    } catch (JoseException e) {
      throw new ProviderRefusal("keys");
    }
  }

  private static JsonObject json(HttpResponse<Buffer> answer, int expected) {
    if (answer.statusCode() >= SERVER_FAULT) {
      // It has said nothing about the session, which goes on.
      throw new IllegalStateException("The identity provider answers " + answer.statusCode());
    }
    if (answer.statusCode() != expected) {
      throw new ProviderRefusal("status " + answer.statusCode());
    }
    return Objects.requireNonNull(answer.bodyAsJsonObject());
  }
}
