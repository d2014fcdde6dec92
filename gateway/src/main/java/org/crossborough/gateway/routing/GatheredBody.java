package org.crossborough.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A body whose beginning is awaited before anybody is asked for anything: most end within it, so
 * that who sends slowly holds a connection of his own and none to a service. What is longer streams
 * on from there. It must be used from one context.
 */
final class GatheredBody implements ReadStream<Buffer> {

  /** More than a record has, so that only files go beyond. */
  static final int ENOUGH = 16 * 1024;

  private final ReadStream<Buffer> body;
  private Buffer held = Buffer.buffer();
  private boolean complete;
  private boolean paused = true;
  private @Nullable Handler<Buffer> receiver;

  GatheredBody(ReadStream<Buffer> body) {
    this.body = body;
  }

  /** Done when there is enough or all, and failed when the sender has left. */
  Future<Void> gather() {
    Promise<Void> gathered = Promise.promise();
    body.exceptionHandler(gathered::tryFail);
    body.endHandler(_ -> {
      complete = true;
      gathered.tryComplete();
    });
    body.handler(buffer -> {
      held.appendBuffer(buffer);
      if (held.length() >= ENOUGH) {
        body.pause();
        gathered.tryComplete();
      }
    });
    body.resume();
    return gathered.future();
  }

  /** Whether all of it is here, and so can be had from {@link #content()}. */
  boolean isComplete() {
    return complete;
  }

  Buffer content() {
    return held;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    receiver = handler;
    body.handler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    paused = true;
    body.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    paused = false;
    boolean _ = handOverHeld();
    if (!paused) {
      body.resume();
    }
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    long wanted = handOverHeld() ? amount - 1 : amount;
    if (wanted > 0) {
      body.fetch(wanted);
    }
    return this;
  }

  private boolean handOverHeld() {
    if (receiver == null || held.length() == 0) {
      return false;
    }
    Buffer beginning = held;
    held = Buffer.buffer();
    receiver.handle(beginning);
    return true;
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    body.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    body.endHandler(handler);
    return this;
  }
}
