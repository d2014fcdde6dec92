package org.crossborough.gateway.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.crossborough.gateway.limits.Allowance.Verdict;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.Refused;
import org.crossborough.gateway.store.Home;

/**
 * Refuses callers who ask too often: first by network address, which costs least, then by the
 * client in the token. Answers carry the {@code RateLimit} fields of the IETF draft
 * (draft-ietf-httpapi-ratelimit-headers) and refusals {@code Retry-After} (RFC 9110, 10.2.3).
 */
@Singleton
public class Limits {

  /** Beyond this many callers, forgetting all is cheaper than sorting out; the store knows them. */
  private static final int MOST = 50_000;

  private static final int MILLIS_PER_SECOND = 1000;

  private final Buckets shared;
  private final MeterRegistry meters;
  private final Rate client;
  private final Rate address;
  private final Map<String, Rate> agreed;
  private final int processes;
  private final ConcurrentMap<String, Allowance> allowances = new ConcurrentHashMap<>();

  Limits(SharedBuckets shared, RatesConfig config, MeterRegistry meters) {
    this.shared = shared;
    this.meters = meters;
    this.client = new Rate("client", config.client().perSecond(), config.client().burst());
    this.address = new Rate("address", config.address().perSecond(), config.address().burst());
    this.agreed =
        config.agreed().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    one -> new Rate("client", one.getValue().perSecond(), one.getValue().burst())));
    this.processes = config.processes();
  }

  /** Lets the sender's network address pass, or fails with {@link Refusal#TOO_MANY_REQUESTS}. */
  public Future<Void> admitAddress(HttpServerRequest request) {
    return admit("address " + network(request), address, request);
  }

  /** Lets the client of a checked token pass, or fails with {@link Refusal#TOO_MANY_REQUESTS}. */
  public Future<Void> admitClient(String name, HttpServerRequest request) {
    return admit("client " + name, agreed.getOrDefault(name, client), request);
  }

  private Future<Void> admit(String subject, Rate rate, HttpServerRequest request) {
    return Home.bring(allowance(subject, rate).take(shared, System.nanoTime()))
        .compose(verdict -> {
          state(verdict, rate, request.response().headers());
          if (verdict.allowed()) {
            return Future.succeededFuture();
          }
          meters.counter("crossborough.gateway.limited", "policy", rate.policy()).increment();
          return Future.failedFuture(new Refused(Refusal.TOO_MANY_REQUESTS));
        });
  }

  private Allowance allowance(String subject, Rate rate) {
    if (allowances.size() >= MOST) {
      allowances.clear();
    }
    return allowances.computeIfAbsent(subject, name -> new Allowance(name, rate, processes));
  }

  private static void state(Verdict verdict, Rate rate, MultiMap headers) {
    String policy = '"' + rate.policy() + '"';
    headers.set("RateLimit-Policy", policy + ";q=" + rate.perSecond() + ";w=1");
    headers.set("RateLimit", policy + ";r=" + verdict.remaining() + ";t=1");
    if (!verdict.allowed()) {
      long seconds = Math.ceilDiv(verdict.retryAfterMillis(), MILLIS_PER_SECOND);
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
  }

  private static String network(HttpServerRequest request) {
    SocketAddress sender = request.remoteAddress();
    // Only a connection that has just broken has none.
    String host = sender == null ? null : sender.hostAddress();
    return host == null ? "unknown" : Network.of(host);
  }
}
