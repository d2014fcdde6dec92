package org.crossborough.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A body as it passes, and after it has passed. */
class LimitedBodyTest {

  /** As a request of HTTP/2 is: whoever touches it after its end is told so by an exception. */
  private static final class StrictBody implements ReadStream<Buffer> {

    private @Nullable Handler<Void> onEnd;
    private boolean ended;

    void end() {
      ended = true;
      if (onEnd != null) {
        onEnd.handle(null);
      }
    }

    private StrictBody touched() {
      if (ended) {
        throw new IllegalStateException("Request has already been read");
      }
      return this;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
      return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
      return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
      onEnd = handler;
      return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
      return touched();
    }

    @Override
    public ReadStream<Buffer> resume() {
      return touched();
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
      return touched();
    }
  }

  @Test
  void after_its_end_it_is_left_alone_whatever_becomes_of_the_request() {
    StrictBody strict = new StrictBody();
    LimitedBody body = new LimitedBody(strict, 10);
    AtomicBoolean heard = new AtomicBoolean();
    var _ = body.endHandler(_ -> heard.set(true));

    strict.end();

    assertThat(heard).isTrue();
    assertThat(body.resume()).isSameAs(body);
    assertThat(body.pause()).isSameAs(body);
    assertThat(body.fetch(1)).isSameAs(body);
  }
}
