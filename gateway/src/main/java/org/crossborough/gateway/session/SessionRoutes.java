package org.crossborough.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.RefusalAnswer;
import org.crossborough.gateway.refusal.Refused;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and out, for people in front of a browser: authorization code with proof (RFC 7636),
 * the provider's name in its answer (RFC 9207), and logout in both directions (OpenID Connect
 * Back-Channel Logout 1.0).
 */
@Singleton
class SessionRoutes {

  private static final String CALLBACK = "/session/callback";
  private static final String SIGN_IN_COOKIE = "__Host-crossborough-sign-in";
  private static final int FOUND = 302;
  private static final int NO_CONTENT = 204;

  /** A path of this host and nothing that a browser would read as another one. */
  private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

  private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final Sessions sessions;
  private final Provider provider;
  private final SessionRecords records;
  private final SessionConfig config;
  private final InstantSource clock;

  SessionRoutes(
      Sessions sessions,
      Provider provider,
      SessionRecords records,
      SessionConfig config,
      InstantSource clock) {
    this.sessions = sessions;
    this.provider = provider;
    this.records = records;
    this.config = config;
    this.clock = clock;
  }

  void register(@Observes Router router) {
    if (sessions.areOffered()) {
      router.get("/session/login").handler(answering(this::login));
      router.get(CALLBACK).handler(answering(this::callback));
      router.get("/session").handler(answering(this::whoIsThere));
      router.post("/session/logout").handler(answering(this::logout));
      router.post("/session/logout/back-channel").handler(this::backChannel);
    }
  }

  private static Handler<RoutingContext> answering(Function<RoutingContext, Future<Void>> work) {
    return context -> {
      Future<Void> done;
      try {
        done = work.apply(context);
      } catch (RuntimeException e) {
        done = Future.failedFuture(e);
      }
      done.onFailure(failure ->
          RefusalAnswer.send(
              context,
              failure instanceof ProviderRefusal ? new Refused(Refusal.SIGN_IN_FAILED) : failure));
    };
  }

  private Future<Void> login(RoutingContext context) {
    String wanted = context.request().getParam("return", "/");
    String back = OWN_PATH.matcher(wanted).matches() ? wanted : "/";
    SignIn begun = SignIn.begin(back, clock.instant().plus(config.signIn()));
    return provider
        .metadata()
        .compose(known -> {
          Map<String, String> query = new TreeMap<>();
          query.put("response_type", "code");
          query.put("client_id", provider.client());
          query.put("redirect_uri", redirect(context.request()));
          query.put("scope", "openid");
          query.put("state", begun.state());
          query.put("nonce", begun.nonce());
          query.put("code_challenge", begun.challenge());
          query.put("code_challenge_method", "S256");
          HttpServerResponse response = context.response();
          // Lax, because the way back from the provider begins at another site.
          response.addCookie(
              cookie(SIGN_IN_COOKIE, begun.sealed(sessions.seal()), CookieSameSite.LAX)
                  .setMaxAge(config.signIn().toSeconds()));
          return redirectTo(
              known.getString("authorization_endpoint") + "?" + form(query), response);
        });
  }

  private Future<Void> callback(RoutingContext context) {
    HttpServerRequest request = context.request();
    SignIn begun = begun(request);
    String code = request.getParam("code");
    if (begun == null
        || code == null
        || !begun.state().equals(request.getParam("state"))
        || !provider.issuer().equals(request.getParam("iss"))) {
      return Future.failedFuture(new ProviderRefusal("answer"));
    }
    HttpServerResponse response = context.response();
    response.addCookie(cookie(SIGN_IN_COOKIE, "", CookieSameSite.LAX).setMaxAge(0));
    return provider
        .exchange(code, begun.verifier(), redirect(request))
        .compose(issued ->
            provider
                .verified(issued.getString("id_token"))
                .compose(person -> begin(issued, person, begun.nonce())))
        .compose(session -> {
          response.addCookie(
              cookie(Sessions.COOKIE, session, CookieSameSite.STRICT)
                  .setMaxAge(config.longest().toSeconds()));
          return redirectTo(begun.back(), response);
        });
  }

  private @Nullable SignIn begun(HttpServerRequest request) {
    Cookie cookie = request.getCookie(SIGN_IN_COOKIE);
    return cookie == null
        ? null
        : SignIn.opened(cookie.getValue(), sessions.seal(), clock.instant());
  }

  private Future<String> begin(JsonObject issued, JwtClaims person, String nonce) {
    try {
      return nonce.equals(person.getStringClaimValue("nonce"))
          ? sessions.begin(
              issued,
              Objects.requireNonNullElse(person.getStringClaimValue("sid"), ""),
              person.getSubject())
          : Future.failedFuture(new ProviderRefusal("nonce"));
    } catch (MalformedClaimException e) {
      return Future.failedFuture(new ProviderRefusal("claims"));
    }
  }

  /** What a front end shows: a name and roles, and never the token they come from. */
  private Future<Void> whoIsThere(RoutingContext context) {
    return session(context)
        .compose(sessions::tokens)
        .compose(tokens -> {
          String payload = tokens.access().split("\\.", -1)[1];
          JsonObject claims =
              new JsonObject(
                  new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
          JsonObject view =
              new JsonObject()
                  .put("name", claims.getString("preferred_username"))
                  .put(
                      "roles",
                      claims.getJsonObject("realm_access", new JsonObject()).getJsonArray("roles"))
                  .put("borough", claims.getString("borough"));
          return context
              .response()
              .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
              .end(view.encode());
        });
  }

  private Future<Void> logout(RoutingContext context) {
    return session(context)
        .compose(sessions::end)
        .compose(_ -> {
          HttpServerResponse response = context.response();
          response.addCookie(cookie(Sessions.COOKIE, "", CookieSameSite.STRICT).setMaxAge(0));
          response.putHeader("Clear-Site-Data", "\"cache\", \"storage\"");
          return response.setStatusCode(NO_CONTENT).end();
        });
  }

  private Future<String> session(RoutingContext context) {
    String cookie = Sessions.cookieOf(context.request());
    if (cookie == null) {
      return Future.failedFuture(new Refused(Refusal.SESSION_REQUIRED));
    }
    return sessions.isOwn(context.request())
        ? Future.succeededFuture(cookie)
        : Future.failedFuture(new Refused(Refusal.CROSS_SITE));
  }

  /** The provider says that a session is over (OpenID Connect Back-Channel Logout 1.0, 2.5). */
  private void backChannel(RoutingContext context) {
    HttpServerRequest request = context.request();
    request.setExpectMultipart(true);
    request.resume();
    request
        .end()
        .compose(_ ->
            provider.verified(
                Objects.requireNonNullElse(request.getFormAttribute("logout_token"), "")))
        .compose(this::end)
        .onSuccess(_ -> context.response().end())
        .onFailure(failure ->
            RefusalAnswer.send(
                context,
                failure instanceof ProviderRefusal
                    ? new Refused(Refusal.SIGN_IN_FAILED)
                    : failure));
  }

  private Future<Void> end(JwtClaims logout) {
    boolean isLogout =
        logout.getClaimValue("events") instanceof Map<?, ?> events
            && events.containsKey(LOGOUT_EVENT)
            && !logout.hasClaim("nonce");
    try {
      String session = logout.getStringClaimValue("sid");
      String subject = logout.getSubject();
      return isLogout && (session != null || subject != null)
          ? records.endAtProvider(session, subject)
          : Future.failedFuture(new ProviderRefusal("logout"));
    } catch (MalformedClaimException e) {
      return Future.failedFuture(new ProviderRefusal("logout"));
    }
  }

  private static String redirect(HttpServerRequest request) {
    return request.scheme() + "://" + request.authority() + CALLBACK;
  }

  private static Future<Void> redirectTo(String place, HttpServerResponse response) {
    return response.setStatusCode(FOUND).putHeader(HttpHeaders.LOCATION, place).end();
  }

  private static Cookie cookie(String name, String value, CookieSameSite site) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setSecure(true)
        .setHttpOnly(true)
        .setSameSite(site);
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
