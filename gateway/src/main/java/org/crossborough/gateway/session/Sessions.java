package org.crossborough.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.Refused;
import org.crossborough.gateway.store.Home;
import org.crossborough.gateway.store.SharedStore;
import org.jspecify.annotations.Nullable;

/** Finds the token of a request that comes from a browser with a session. */
@Singleton
public class Sessions {

  /** {@code __Host-} lets no other host and no plain connection set it. */
  static final String COOKIE = "__Host-crossborough-session";

  /** A form of another site cannot send it, and a script of another site may not. */
  static final String OWN_REQUEST = "X-Crossborough-Request";

  private static final String PURPOSE = "tokens";

  private final SessionConfig config;
  private final SessionRecords records;
  private final Provider provider;
  private final InstantSource clock;
  private final ConcurrentMap<String, Future<TokenSet>> renewals = new ConcurrentHashMap<>();
  private final @Nullable Sealed seal;

  Sessions(
      SessionConfig config,
      SessionRecords records,
      Provider provider,
      SharedStore store,
      InstantSource clock) {
    this.config = config;
    this.records = records;
    this.provider = provider;
    this.clock = clock;
    this.seal =
        config.client().isPresent() && store.isConfigured()
            ? config.key().map(Sealed::new).orElse(null)
            : null;
  }

  /** Whether anybody can sign in here at all. */
  boolean areOffered() {
    return seal != null;
  }

  Sealed seal() {
    Sealed given = seal;
    if (given == null) {
      throw new IllegalStateException("No sessions are offered");
    }
    return given;
  }

  /**
   * Puts the session's token on a request that has a session and no token of its own, or refuses a
   * request that the front end has not made itself.
   */
  public Future<Void> authorize(HttpServerRequest request) {
    String cookie = cookieOf(request);
    if (seal == null || cookie == null || request.headers().contains(HttpHeaders.AUTHORIZATION)) {
      return Future.succeededFuture();
    }
    if (!isOwn(request)) {
      return Future.failedFuture(new Refused(Refusal.CROSS_SITE));
    }
    return tokens(cookie)
        .map(tokens -> {
          request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.access());
          return null;
        });
  }

  static @Nullable String cookieOf(HttpServerRequest request) {
    Cookie cookie = request.getCookie(COOKIE);
    return cookie == null ? null : cookie.getValue();
  }

  /** Whether the front end itself has made this request, and no page of another site. */
  boolean isOwn(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String site = request.getHeader("Sec-Fetch-Site");
    return request.headers().contains(OWN_REQUEST)
        && (origin == null
            || origin.equals(request.scheme() + "://" + request.authority())
            || config.origins().orElse(Set.of()).contains(origin))
        && (site == null || !site.equals("cross-site"));
  }

  /** The tokens of a session, renewed when they run out; without a session it is refused. */
  Future<TokenSet> tokens(String cookie) {
    return records
        .touch(cookie, config.idle())
        .map(this::opened)
        .compose(tokens ->
            tokens.isFresh(clock.instant()) ? Future.succeededFuture(tokens) : renewed(cookie));
  }

  /** Once for all who wait, here and, by a lock in the store, in every other process. */
  private Future<TokenSet> renewed(String cookie) {
    Promise<TokenSet> mine = Promise.promise();
    Future<TokenSet> under = renewals.putIfAbsent(cookie, mine.future());
    if (under != null) {
      return Home.bring(under);
    }
    renewedInStore(cookie)
        .onComplete(outcome -> {
          renewals.remove(cookie);
          mine.handle(outcome);
        });
    return mine.future();
  }

  private Future<TokenSet> renewedInStore(String cookie) {
    return records
        .renew(
            cookie,
            held -> {
              TokenSet tokens = opened(Optional.of(held));
              return tokens.isFresh(clock.instant())
                  ? Future.succeededFuture(held)
                  : renewed(tokens).map(this::sealed);
            })
        .map(this::opened)
        .recover(failure ->
            failure instanceof ProviderRefusal
                ? records
                    .end(cookie)
                    .compose(_ -> Future.failedFuture(new Refused(Refusal.SESSION_REQUIRED)))
                : Future.failedFuture(failure));
  }

  private Future<TokenSet> renewed(TokenSet tokens) {
    return tokens.refresh() == null
        ? Future.failedFuture(new ProviderRefusal("no refresh token"))
        : provider
            .refresh(tokens.refresh())
            .map(answer -> TokenSet.issued(answer, clock.instant()));
  }

  /** Begins a session with what the provider has issued; the cookie's value. */
  Future<String> begin(JsonObject issued, String providerSession, String subject) {
    String cookie = Sealed.random();
    byte[] tokens = sealed(TokenSet.issued(issued, clock.instant()));
    return records
        .add(cookie, providerSession, subject, tokens, config.idle(), config.longest())
        .map(cookie);
  }

  /** Ends a session here and at the provider, which tells all who take part in it. */
  Future<Void> end(String cookie) {
    return records
        .touch(cookie, config.idle())
        .compose(held ->
            records
                .end(cookie)
                .compose(_ -> {
                  String refresh = held.isEmpty() ? null : opened(held).refresh();
                  return refresh == null ? Future.succeededFuture() : provider.endSession(refresh);
                }));
  }

  private byte[] sealed(TokenSet tokens) {
    return seal().seal(tokens.text(), PURPOSE);
  }

  private TokenSet opened(Optional<byte[]> held) {
    return held.map(sealed -> seal().open(sealed, PURPOSE))
        .map(TokenSet::parse)
        .orElseThrow(() -> new Refused(Refusal.SESSION_REQUIRED));
  }
}
