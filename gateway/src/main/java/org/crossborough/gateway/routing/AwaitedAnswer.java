package org.crossborough.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer on its way to a caller who must take it in: as long as the caller does not, it waits,
 * and a connection to the service with it. After a while of nothing at all it is given up. It must
 * be used from one context.
 */
final class AwaitedAnswer implements ReadStream<Buffer> {

  private static final long NONE = -1;

  private final ReadStream<Buffer> answer;
  private final Vertx vertx;
  private final Duration patience;
  private final Runnable giveUp;
  private long timer = NONE;

  AwaitedAnswer(ReadStream<Buffer> answer, Vertx vertx, Duration patience, Runnable giveUp) {
    this.answer = answer;
    this.vertx = vertx;
    this.patience = patience;
    this.giveUp = giveUp;
  }

  /** The caller has as much as it can hold. */
  @Override
  public ReadStream<Buffer> pause() {
    answer.pause();
    if (timer == NONE) {
      timer = vertx.setTimer(patience.toMillis(), _ -> giveUp.run());
    }
    return this;
  }

  /** The caller has taken some of it. */
  @Override
  public ReadStream<Buffer> resume() {
    stopWaiting();
    answer.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    stopWaiting();
    answer.fetch(amount);
    return this;
  }

  private void stopWaiting() {
    if (timer != NONE) {
      vertx.cancelTimer(timer);
      timer = NONE;
    }
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    answer.handler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    answer.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    answer.endHandler(handler);
    return this;
  }
}
