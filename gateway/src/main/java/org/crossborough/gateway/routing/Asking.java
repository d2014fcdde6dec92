package org.crossborough.gateway.routing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.ProxyContext;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.Refused;
import org.jboss.logging.Logger;

/**
 * Gets a connection to one service for one request: not while the service does not answer, not
 * beyond the deadline, and a second time only for what reads and has not been sent.
 */
final class Asking {

  private static final Logger LOG = Logger.getLogger(Asking.class);

  /** Under which a context knows the request to the service, to give it up. */
  static final String ASKED = "asked";

  private final Upstream upstream;
  private final RequestOptions target;
  private final Circuit circuit;
  private final RetryBudget budget;
  private final InstantSource clock;
  private final Counter attempts;
  private final Counter retries;

  Asking(
      Upstream upstream,
      RequestOptions target,
      Circuit circuit,
      RetryBudget budget,
      InstantSource clock,
      MeterRegistry meters) {
    this.upstream = upstream;
    this.target = target;
    this.circuit = circuit;
    this.budget = budget;
    this.clock = clock;
    this.attempts = counter("attempts", upstream, meters);
    this.retries = counter("retries", upstream, meters);
  }

  private static Counter counter(String what, Upstream upstream, MeterRegistry meters) {
    return meters.counter("crossborough.gateway.upstream." + what, "service", upstream.service());
  }

  Future<HttpClientRequest> connection(ProxyContext context) {
    Deadline deadline = Objects.requireNonNull(context.get(Deadline.HEADER, Deadline.class));
    long left = deadline.millisFrom(clock.instant());
    if (left <= 0) {
      return Future.failedFuture(new Refused(Refusal.SERVICE_TIMEOUT));
    }
    if (!circuit.admits(System.nanoTime())) {
      return Future.failedFuture(new Refused(Refusal.SERVICE_UNAVAILABLE));
    }
    RequestOptions options = new RequestOptions(target).setIdleTimeout(left);
    budget.earn();
    return attempt(context.client(), options)
        .recover(failure ->
            mayRepeat(context) ? again(context.client(), options) : Future.failedFuture(failure))
        // Answered where the response is awaited; the client's own log line would hold the path.
        .map(request -> request.exceptionHandler(_ -> {}))
        .onSuccess(request -> context.set(ASKED, request))
        .recover(this::unavailable);
  }

  private Future<HttpClientRequest> attempt(HttpClient client, RequestOptions options) {
    attempts.increment();
    return client.request(options);
  }

  private Future<HttpClientRequest> again(HttpClient client, RequestOptions options) {
    retries.increment();
    return attempt(client, options);
  }

  private boolean mayRepeat(ProxyContext context) {
    HttpMethod method = context.request().getMethod();
    return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) && budget.spend();
  }

  private Future<HttpClientRequest> unavailable(Throwable failure) {
    circuit.gaveNoAnswer(System.nanoTime());
    LOG.warnf("No connection to %s: %s", upstream.service(), failure.getClass().getSimpleName());
    return Future.failedFuture(
        new Refused(
            failure instanceof TimeoutException
                ? Refusal.SERVICE_TIMEOUT
                : Refusal.SERVICE_UNAVAILABLE));
  }
}
