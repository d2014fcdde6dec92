package org.crossborough.gateway.refusal;

import io.netty.channel.ChannelFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends from this side what a caller does not end: a body that does not come, an answer not taken.
 */
public final class CutOff {

  /** RFC 9113, 7 */
  private static final long CANCEL = 8;

  /** RFC 9113, 8.1: the answer is complete, and the rest of the body is not wanted. */
  private static final long NO_ERROR = 0;

  private CutOff() {}

  /**
   * Ends this exchange and, in HTTP/2, no other: there they share the connection. In HTTP/1.1 there
   * is no other way than to close it, and at once: the connection's own method waits until the
   * caller has read everything.
   */
  public static void of(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      boolean _ = request.response().reset(request.response().ended() ? NO_ERROR : CANCEL);
    } else {
      ChannelFuture _ = ((ConnectionBase) request.connection()).channelHandlerContext().close();
    }
  }
}
