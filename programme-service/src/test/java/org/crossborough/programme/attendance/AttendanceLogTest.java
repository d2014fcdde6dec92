package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.attendance.AttendanceFixture.entry;
import static org.crossborough.programme.attendance.AttendanceFixture.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crossborough.programme.enrolment.EnrolmentLedger.AttendanceChange;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.staff.Act;

class AttendanceLogTest {

  private static final UUID MAN = UUID.randomUUID();
  private static final Act ACT = new Act("demo-facilitator", Instant.parse("2026-02-02T16:00:00Z"));
  private static final List<RegisterSheet> SESSIONS =
      List.of(session(300, 150), session(290, 145), session(180, 180), session(7, 3));

  /** A line for one of the sessions. */
  record Line(int session, Register.Entry entry) {}

  @Property
  void minutes_kept_by_differences_equal_those_rebuilt_from_the_log(
      @ForAll("lines") List<Line> lines) {
    List<Attendance> log = new ArrayList<>();
    int attended = 0;
    int countable = 0;
    Map<UUID, Attendance> standing = new HashMap<>();

    for (Line line : lines) {
      RegisterSheet session = SESSIONS.get(line.session());
      Attendance before = standing.get(session.sessionId());
      if (before != null && before.says(line.entry(), session)) {
        continue;
      }
      Attendance now =
          Attendance.of(new Attendance.Line(line.entry(), session, before, true, null), ACT);
      AttendanceChange change = now.since(before, session);
      attended += change.attendedMinutes();
      countable += change.countableMinutes();
      log.add(now);
      standing.put(session.sessionId(), now);
      assertThat(countable).isBetween(0, attended);
    }

    assertThat(attended).isEqualTo(rebuilt(log, Attendance::attendedMinutes));
    assertThat(countable).isEqualTo(rebuilt(log, Attendance::countableMinutes));
  }

  @Property
  void repeating_a_whole_history_of_last_words_adds_nothing(@ForAll("lines") List<Line> lines) {
    Map<Integer, Attendance> standing = new HashMap<>();
    lines.forEach(line ->
        standing.put(
            line.session(),
            Attendance.of(
                new Attendance.Line(
                    line.entry(),
                    SESSIONS.get(line.session()),
                    standing.get(line.session()),
                    true,
                    null),
                ACT)));

    Map<Integer, Register.Entry> lastWords = new HashMap<>();
    lines.forEach(line -> lastWords.put(line.session(), line.entry()));

    lastWords.forEach((session, entry) ->
        assertThat(standing.get(session)).matches(last -> last.says(entry, SESSIONS.get(session))));
  }

  /** The sum over sessions of the revision with the highest number, whatever the log's order. */
  private static int rebuilt(List<Attendance> log, ToIntFunction<Attendance> minutes) {
    Map<UUID, Attendance> highest = new HashMap<>();
    for (Attendance line : log.reversed()) {
      highest.merge(line.sessionId(), line, (a, b) -> a.revision() > b.revision() ? a : b);
    }
    Collection<Attendance> standing = highest.values();
    return standing.stream().mapToInt(minutes).sum();
  }

  @Provide
  Arbitrary<List<Line>> lines() {
    Arbitrary<Integer> sessions = Arbitraries.integers().between(0, SESSIONS.size() - 1);
    Arbitrary<AttendanceCode> codes = Arbitraries.of(AttendanceCode.class);
    Arbitrary<Integer> minutes = Arbitraries.of(1, 2, 3, 5, 7, 150, 225, 300);
    return Combinators.combine(sessions, codes, minutes)
        .as(AttendanceLogTest::line)
        .list()
        .ofMaxSize(30);
  }

  private static Line line(int session, AttendanceCode code, int minutes) {
    int most = SESSIONS.get(session).actualMinutes();
    int attended = code.isPresent() ? Math.min(minutes, most) : 0;
    return new Line(session, entry(MAN, code, attended));
  }
}
