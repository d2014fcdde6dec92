package org.crossborough.gateway.refusal;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request as the proxy sees it, whose answer can be given up. Vert.x tells nobody of the end of
 * an HTTP/1.1 answer that is reset: the request would be under way for ever, for the access log and
 * for a shutdown that waits for it.
 */
public final class Caller extends HttpServerRequestWrapper {

  private final HttpServerResponse answer;

  /** Of the request as it came in. */
  public Caller(HttpServerRequest request) {
    super((HttpServerRequestInternal) request);
    this.answer = new Answer(request);
  }

  @Override
  public HttpServerResponse response() {
    return answer;
  }

  private static final class Answer extends AbstractResponseWrapper {

    private final HttpServerRequest request;

    Answer(HttpServerRequest request) {
      super(request.response());
      this.request = request;
    }

    @Override
    public boolean reset() {
      return reset(0);
    }

    @Override
    public boolean reset(long code) {
      if (ended()) {
        return false;
      }
      CutOff.of(request);
      return true;
    }
  }
}
