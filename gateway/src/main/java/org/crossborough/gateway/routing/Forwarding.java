package org.crossborough.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.RefusalAnswer;
import org.crossborough.gateway.refusal.Refused;
import org.jboss.logging.Logger;

/**
 * Takes a request to a service and its answer back. Nothing is sent twice; of a body its beginning
 * is awaited here, so that slow senders take no connections to a service from the others.
 */
final class Forwarding implements ProxyInterceptor {

  private static final Logger LOG = Logger.getLogger(Forwarding.class);
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Upstream upstream;
  private final Circuit circuit;
  private final Vertx vertx;
  private final RoutingConfig config;
  private final InstantSource clock;
  private final Semaphore uploads;

  Forwarding(
      Upstream upstream, Circuit circuit, Vertx vertx, RoutingConfig config, InstantSource clock) {
    this.upstream = upstream;
    this.circuit = circuit;
    this.vertx = vertx;
    this.config = config;
    this.clock = clock;
    this.uploads = new Semaphore(config.uploadsPerService());
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    HttpServerRequest outer = request.proxiedRequest();
    Headers.inbound(request);
    request.setURI(target(outer));
    String path = Objects.requireNonNull(outer.path());
    LimitedBody body = new LimitedBody(request.getBody().stream(), config.bodyLimitOf(path));
    return arrival(request, body)
        .compose(isUpload ->
            send(context)
                .onComplete(_ -> {
                  if (isUpload) {
                    uploads.release();
                  }
                }))
        .recover(failure ->
            Future.succeededFuture(refuse(request, refusal(failure, body, outer.response()))));
  }

  /** When enough of the body is here to begin; whether the rest of it takes up a place. */
  private Future<Boolean> arrival(ProxyRequest request, LimitedBody body) {
    long length = request.getBody().length();
    if (!mayHaveBody(request.proxiedRequest())) {
      request.setBody(Body.body(body, length));
      return Future.succeededFuture(false);
    }
    GatheredBody gathered = new GatheredBody(body);
    return gathered
        .gather()
        .compose(_ -> {
          if (gathered.isComplete()) {
            // From here on its length is known, and a request must say it in one way only.
            request.headers().remove(HttpHeaders.TRANSFER_ENCODING);
            request.setBody(Body.body(gathered.content()));
            return Future.succeededFuture(false);
          }
          request.setBody(Body.body(gathered, length));
          return uploads.tryAcquire()
              ? Future.succeededFuture(true)
              : Future.failedFuture(new Refused(Refusal.SERVICE_UNAVAILABLE));
        });
  }

  private static boolean mayHaveBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
            || (request.version() == HttpVersion.HTTP_2 && !READS.contains(request.method()))
        : !length.equals("0");
  }

  private Future<ProxyResponse> send(ProxyContext context) {
    MultiMap headers = context.request().headers();
    Deadline deadline =
        Deadline.of(headers.get(Deadline.HEADER), clock.instant(), config.responseTimeout());
    headers.set(Deadline.HEADER, deadline.at().toString());
    context.set(Deadline.HEADER, deadline);
    return context.sendRequest().onSuccess(_ -> circuit.answered());
  }

  /** Put together again, because a request line may hold a whole URL of any host. */
  private static String target(HttpServerRequest request) {
    String path = Objects.requireNonNull(request.path());
    return request.query() == null ? path : path + "?" + request.query();
  }

  private Refusal refusal(Throwable failure, LimitedBody body, HttpServerResponse response) {
    if (body.isExceeded()) {
      return Refusal.TOO_LARGE;
    }
    if (failure instanceof Refused refused) {
      return refused.refusal();
    }
    if (body.isBrokenOff() || response.closed()) {
      // It is the caller who has left, which says nothing about the service.
      return Refusal.TOO_SLOW;
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
    if (response.getBody() != null) {
      awaitCaller(context, outer.response());
    }
    return context.sendResponse();
  }

  /** Who does not take what was asked for shall not hold a connection to a service for ever. */
  private void awaitCaller(ProxyContext context, HttpServerResponse caller) {
    ProxyResponse response = context.response();
    HttpClientRequest asked = context.get(Asking.ASKED, HttpClientRequest.class);
    Body body = response.getBody();
    response.setBody(
        Body.body(
            new AwaitedAnswer(
                body.stream(),
                vertx,
                config.answerPatience(),
                () -> {
                  if (!caller.ended()) {
                    caller.reset();
                    // Nobody tells the service otherwise: what waits for its reader hears no end.
                    if (asked != null) {
                      asked.reset();
                    }
                  }
                }),
            body.length()));
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
