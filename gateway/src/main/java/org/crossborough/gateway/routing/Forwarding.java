package org.crossborough.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
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
  private final Vertx vertx;
  private final RoutingConfig config;

  Forwarding(Upstream upstream, Vertx vertx, RoutingConfig config) {
    this.upstream = upstream;
    this.vertx = vertx;
    this.config = config;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    Headers.inbound(request);
    request.setURI(target(request.proxiedRequest()));
    Body given = request.getBody();
    String path = Objects.requireNonNull(request.proxiedRequest().path());
    LimitedBody body = new LimitedBody(given.stream(), config.bodyLimitOf(path));
    request.setBody(Body.body(body, given.length()));
    return context
        .sendRequest()
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
    if (response.getStatusCode() == NO_CONTENT || response.getStatusCode() == NOT_MODIFIED) {
      endWithoutBody(response);
    }
    return context.sendResponse();
  }

  /** These must not be chunked, which a body of unknown length would be. */
  private static void endWithoutBody(ProxyResponse response) {
    if (response.getBody() != null) {
      response.getBody().stream().resume();
      response.setBody(null);
    }
  }
}
