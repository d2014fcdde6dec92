package org.crossborough.gateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class Http2FramesTest {

  private static final int PREFACE = 24;

  record Frame(int type, int flags, int length) {

    void write(ByteBuf to) {
      to.writeMedium(length).writeByte(type).writeByte(flags).writeInt(1).writeZero(length);
    }
  }

  @Provide
  Arbitrary<List<Frame>> talks() {
    Arbitrary<Frame> frame =
        Combinators.combine(
                Arbitraries.of(0, 1, 4, 6, 8, 9),
                Arbitraries.of(0, 1, 4, 5),
                Arbitraries.integers().between(0, 300))
            .as(Frame::new);
    return frame.list().ofMaxSize(12);
  }

  @Property(tries = 300)
  void after_any_piece_it_is_known_what_the_whole_until_there_says(
      @ForAll("talks") List<Frame> talk, @ForAll @IntRange(min = 1, max = 60) int piece) {
    ByteBuf all = Unpooled.buffer();
    all.writeZero(PREFACE);
    talk.forEach(frame -> frame.write(all));
    Http2Frames frames = new Http2Frames();

    for (int from = 0; from < all.writerIndex(); from += piece) {
      int until = Math.min(from + piece, all.writerIndex());
      boolean finished = frames.follow(all.slice(from, until - from));

      assertThat(frames.isUnfinished()).isEqualTo(unfinishedAfter(until, talk));
      boolean somewhere = false;
      for (int place = from + 1; place <= until; place++) {
        somewhere |= !unfinishedAfter(place, talk);
      }
      assertThat(finished).isEqualTo(somewhere);
    }
  }

  /** Counted from the beginning each time, in whole frames. */
  private static boolean unfinishedAfter(int bytes, List<Frame> talk) {
    if (bytes < PREFACE) {
      return true;
    }
    int left = bytes - PREFACE;
    boolean inHeaders = false;
    for (Frame frame : talk) {
      if (left < 9 + frame.length()) {
        boolean inBody = left >= 4 && frame.type() == 0;
        return inHeaders || (left > 0 && !inBody);
      }
      left -= 9 + frame.length();
      if (frame.type() == 1 || frame.type() == 9) {
        inHeaders = (frame.flags() & 4) == 0;
      }
    }
    return inHeaders;
  }
}
