package org.crossborough.gateway.refusal;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Answers a request with {@code application/problem+json}. */
public final class RefusalAnswer {

  /** Long enough to have read the refusal; a sender that goes on regardless is cut off. */
  private static final long UNREAD_BODY_PATIENCE_MILLIS = 2000;

  private static final Logger LOG = Logger.getLogger(RefusalAnswer.class);

  private RefusalAnswer() {}

  /** Answers with what {@code failure} carries; anything unforeseen is an unavailable service. */
  public static void send(RoutingContext context, Throwable failure) {
    if (failure instanceof Refused refused) {
      send(context, refused.refusal());
      return;
    }
    LOG.error("Unexpected failure, correlation " + Correlation.of(context.response()), failure);
    send(context, Refusal.SERVICE_UNAVAILABLE);
  }

  public static void send(RoutingContext context, Refusal refusal) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    headers(refusal, response.headers());
    response.setStatusCode(refusal.status()).end(body(refusal, response));
    cutOffUnreadBody(context.vertx(), context.request());
  }

  /** Gives up on a body; whatever was under way with it is given up too. */
  public static void tooSlow(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.headWritten() || response.ended()) {
      CutOff.of(context.request());
      return;
    }
    headers(Refusal.TOO_SLOW, response.headers());
    if (context.request().version() != HttpVersion.HTTP_2) {
      response.putHeader(HttpHeaders.CONNECTION, "close");
    }
    response
        .setStatusCode(Refusal.TOO_SLOW.status())
        .end(body(Refusal.TOO_SLOW, response))
        .onComplete(_ -> CutOff.of(context.request()));
  }

  /** The document as it goes to the caller of this {@code response}. */
  public static Buffer body(Refusal refusal, HttpServerResponse response) {
    return Buffer.buffer(refusal.document(Correlation.of(response)));
  }

  /** What goes with the document. */
  public static void headers(Refusal refusal, MultiMap headers) {
    headers.set(HttpHeaders.CONTENT_TYPE, "application/problem+json");
    switch (refusal) {
      case UNAUTHENTICATED -> headers.set("WWW-Authenticate", "Bearer");
      // RFC 9449, 7.1
      case INVALID_PROOF ->
          headers.set(
              "WWW-Authenticate", "DPoP error=\"invalid_dpop_proof\", algs=\"ES256 PS256 EdDSA\"");
      case SERVICE_UNAVAILABLE, SERVICE_TIMEOUT -> headers.set("Retry-After", "2");
      default -> {}
    }
  }

  /** Lets a sender finish that had begun to send, so that it reads the answer and not a reset. */
  public static void cutOffUnreadBody(Vertx vertx, HttpServerRequest request) {
    if (!request.isEnded()) {
      long timer = vertx.setTimer(UNREAD_BODY_PATIENCE_MILLIS, _ -> CutOff.of(request));
      request.endHandler(_ -> vertx.cancelTimer(timer));
    }
  }
}
