package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.attendance.AttendanceFixture.entry;
import static org.crossborough.programme.attendance.AttendanceFixture.session;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.session.RegisterSheet.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountablePartsTest {

  private static final UUID MAN = UUID.randomUUID();
  private static final RegisterSheet DAY =
      session(300, 150, List.of(new Part(100, false), new Part(150, true), new Part(50, false)));

  @ParameterizedTest
  @CsvSource({
    "0, 300, 150",
    "100, 250, 150",
    "0, 100, 0",
    "250, 300, 0",
    "0, 101, 1",
    "99, 200, 100",
    "240, 300, 10",
    "-20, 120, 20"
  })
  void with_times_only_the_minutes_in_countable_parts_count(int from, int until, int expected) {
    assertThat(CountableMinutes.of(entry(MAN, AttendanceCode.PARTIAL, from, until), DAY))
        .isEqualTo(expected);
  }

  @Test
  void without_times_his_share_counts() {
    assertThat(CountableMinutes.of(entry(MAN, AttendanceCode.PARTIAL, 100), DAY)).isEqualTo(50);
  }

  @Property
  void the_rule_counts_what_counting_minute_by_minute_gives(
      @ForAll("parts") List<Part> parts,
      @ForAll @IntRange(min = -30, max = 400) int from,
      @ForAll @IntRange(min = -30, max = 400) int until) {
    int actual = parts.stream().mapToInt(Part::minutes).sum();
    RegisterSheet session = session(actual, 0, parts);
    List<Boolean> minutes = new ArrayList<>();
    parts.forEach(part -> {
      for (int minute = 0; minute < part.minutes(); minute++) {
        minutes.add(part.countable());
      }
    });

    int expected = 0;
    for (int minute = Math.max(0, from); minute < Math.min(until, actual); minute++) {
      expected += minutes.get(minute) ? 1 : 0;
    }

    assertThat(CountableMinutes.of(entry(MAN, AttendanceCode.PARTIAL, from, until), session))
        .isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<Part>> parts() {
    return Combinators.combine(Arbitraries.integers().between(1, 120), Arbitraries.of(true, false))
        .as(Part::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
