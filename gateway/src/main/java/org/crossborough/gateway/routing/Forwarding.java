package org.crossborough.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.RefusalAnswer;
import org.crossborough.gateway.refusal.Refused;
import org.jboss.logging.Logger;

/** Takes a request to a service and its answer back; nothing is sent twice, and nothing is held. */
final class Forwarding implements ProxyInterceptor {

  private static final Logger LOG = Logger.getLogger(Forwarding.class);
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final Upstream upstream;
  private final Circuit circuit;
  private final Vertx vertx;
  private final RoutingConfig config;
  private final InstantSource clock;

  Forwarding(
      Upstream upstream, Circuit circuit, Vertx vertx, RoutingConfig config, InstantSource clock) {
    this.upstream = upstream;
    this.circuit = circuit;
    this.vertx = vertx;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    Headers.inbound(request);
    Deadline deadline =
        Deadline.of(
            request.headers().get(Deadline.HEADER), clock.instant(), config.responseTimeout());
    request.headers().set(Deadline.HEADER, deadline.at().toString());
    context.set(Deadline.HEADER, deadline);
    request.setURI(target(request.proxiedRequest()));
    Body given = request.getBody();
    String path = Objects.requireNonNull(request.proxiedRequest().path());
    LimitedBody body = new LimitedBody(given.stream(), config.bodyLimitOf(path));
    request.setBody(Body.body(body, given.length()));
    return context
        .sendRequest()
        .onSuccess(_ -> circuit.answered())
        .recover(failure ->
            Future.succeededFuture(
                refuse(request, body.isExceeded() ? Refusal.TOO_LARGE : refusal(failure))));
  }

  /** Put together again, because a request line may hold a whole URL of any host. */
  private static String target(HttpServerRequest request) {
    String path = Objects.requireNonNull(request.path());
    return request.query() == null ? path : path + "?" + request.query();
  }

  private Refusal refusal(Throwable failure) {
    if (failure instanceof Refused refused) {
      return refused.refusal();
    }
    // Its message may hold the path, and the path an id.
    LOG.warnf("%s gave no answer: %s", upstream.service(), failure.getClass().getSimpleName());
    circuit.gaveNoAnswer(System.nanoTime());
    return failure instanceof TimeoutException
        ? Refusal.SERVICE_TIMEOUT
        : Refusal.SERVICE_UNAVAILABLE;
  }

  private ProxyResponse refuse(ProxyRequest request, Refusal refusal) {
    HttpServerRequest outer = request.proxiedRequest();
    HttpServerResponse response = outer.response();
    ProxyResponse answer = request.release().response().setStatusCode(refusal.status());
    RefusalAnswer.headers(refusal, answer.headers());
    RefusalAnswer.cutOffUnreadBody(vertx, outer);
    return answer.setBody(Body.body(RefusalAnswer.body(refusal, response)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    ProxyResponse response = context.response();
    Headers.outbound(response);
    HttpServerRequest outer = context.request().proxiedRequest();
    if (outer.response().ended() || outer.response().closed()) {
      // The caller has been answered already, or has left.
      response.release();
      return Future.succeededFuture();
    }
    if (outer.headers().contains(HttpHeaders.ACCEPT_ENCODING)
        && !response.headers().contains(HttpHeaders.CONTENT_ENCODING)
        && !(upstream.mayCompress() && isText(response))) {
      response.headers().set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
    }
    if (response.getStatusCode() == NO_CONTENT || response.getStatusCode() == NOT_MODIFIED) {
      endWithoutBody(response);
    }
    return context.sendResponse();
  }

  private static boolean isText(ProxyResponse response) {
    String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
    return type != null
        && (type.startsWith("application/json")
            || type.startsWith("text/")
            || type.startsWith("application/problem+json"));
  }

  /** These must not be chunked, which a body of unknown length would be. */
  private static void endWithoutBody(ProxyResponse response) {
    if (response.getBody() != null) {
      response.getBody().stream().resume();
      response.setBody(null);
    }
  }
}
