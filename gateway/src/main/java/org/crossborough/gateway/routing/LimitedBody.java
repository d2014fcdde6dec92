package org.crossborough.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** A body that fails once it grows past a limit; it is counted as it passes and never held. */
final class LimitedBody implements ReadStream<Buffer> {

  private final ReadStream<Buffer> body;
  private long left;
  private boolean brokenOff;
  private boolean ended;
  private @Nullable Handler<Throwable> failure;

  LimitedBody(ReadStream<Buffer> body, long limit) {
    this.body = body;
    this.left = limit;
  }

  boolean isExceeded() {
    return left < 0;
  }

  /** Whether the sender has left before its end. */
  boolean isBrokenOff() {
    return brokenOff;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    body.handler(handler == null ? null : buffer -> count(buffer, handler));
    return this;
  }

  private void count(Buffer buffer, Handler<Buffer> handler) {
    left -= buffer.length();
    if (!isExceeded()) {
      handler.handle(buffer);
    } else if (failure != null) {
      failure.handle(new Refused(Refusal.TOO_LARGE));
    }
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    failure = handler;
    body.exceptionHandler(left -> {
      brokenOff = true;
      if (handler != null) {
        handler.handle(left);
      }
    });
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    body.endHandler(handler == null ? null : _ -> end(handler));
    return this;
  }

  private void end(Handler<Void> handler) {
    ended = true;
    handler.handle(null);
  }

  @Override
  public ReadStream<Buffer> pause() {
    return untilItsEnd(body::pause);
  }

  @Override
  public ReadStream<Buffer> resume() {
    return untilItsEnd(body::resume);
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    return untilItsEnd(() -> body.fetch(amount));
  }

  /** A request of HTTP/2 that has been read lets nobody go on reading, and throws. */
  private ReadStream<Buffer> untilItsEnd(Runnable flow) {
    if (!ended) {
      flow.run();
    }
    return this;
  }
}
