package org.crossborough.safety.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.atrisk.PointSafety.NO;
import static org.crossborough.safety.atrisk.PointSafety.UNKNOWN;
import static org.crossborough.safety.atrisk.PointSafety.YES;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crossborough.safety.atrisk.ContactPointType;
import org.crossborough.safety.atrisk.PointMark;
import org.crossborough.safety.atrisk.PointMarks;
import org.crossborough.safety.atrisk.PointSafety;
import org.crossborough.safety.atrisk.SafeTime;
import org.crossborough.safety.atrisk.SafeTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafeContactPolicyTest {

  private static final PointMarks ALL_SAFE = new PointMarks(YES, true, YES, YES, YES, NO);
  private static final PointMark PHONE = mark(ContactPointType.PHONE, YES);
  private static final PointMark OTHER_PHONE = mark(ContactPointType.PHONE, NO);
  private static final PointMark POST = mark(ContactPointType.POST, UNKNOWN);

  @ParameterizedTest
  @CsvSource({
    "YES,CALL,''",
    "UNKNOWN,CALL,''",
    "NO,CALL,POINT_UNSAFE",
    "YES,VOICEMAIL,ACCESS_NOT_KNOWN NOT_SAFE_FOR_VOICEMAIL",
    "YES,TEXT,ACCESS_NOT_KNOWN NOT_SAFE_TO_TEXT",
    "YES,LETTER,ACCESS_NOT_KNOWN NOT_SAFE_TO_POST",
    "YES,EMAIL,ACCESS_NOT_KNOWN",
    "UNKNOWN,EMAIL,ACCESS_NOT_KNOWN SAFETY_NOT_KNOWN",
    "UNKNOWN,TEXT,ACCESS_NOT_KNOWN SAFETY_NOT_KNOWN NOT_SAFE_TO_TEXT",
    "NO,LETTER,POINT_UNSAFE ACCESS_NOT_KNOWN NOT_SAFE_TO_POST",
    "YES,VIDEO,''",
    "UNKNOWN,VIA_PROFESSIONAL,''"
  })
  void what_nobody_said_to_be_safe_leaves_no_trace(PointSafety safe, ContactUse use, String bars) {
    assertThat(SafeContactPolicy.bars(use, PointMarks.told(safe)).stream().map(Enum::name).toList())
        .containsExactlyElementsOf(bars.isEmpty() ? List.of() : List.of(bars.split(" ", -1)));
  }

  @ParameterizedTest
  @EnumSource(ContactUse.class)
  void what_is_safe_in_every_way_may_be_used_in_every_way(ContactUse use) {
    assertThat(SafeContactPolicy.bars(use, ALL_SAFE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ContactUse.class)
  void what_he_can_reach_is_used_in_no_way(ContactUse use) {
    PointMarks his = new PointMarks(YES, true, YES, YES, YES, YES);

    assertThat(SafeContactPolicy.bars(use, his)).containsExactly(ContactBar.PERPETRATOR_HAS_ACCESS);
  }

  @Property
  void a_mark_that_is_less_safe_never_allows_more(
      @ForAll("marks") PointMarks before,
      @ForAll("lessSafe") PointMarks other,
      @ForAll ContactUse use) {
    PointMarks less =
        new PointMarks(
            worse(before.safe(), other.safe()),
            before.verifiedBySurvivor(),
            worse(before.safeVoicemail(), other.safeVoicemail()),
            worse(before.safeToText(), other.safeToText()),
            worse(before.safeToPost(), other.safeToPost()),
            closer(before.perpetratorHasAccess(), other.perpetratorHasAccess()));

    boolean allowedBefore = SafeContactPolicy.bars(use, before).isEmpty();
    boolean allowedAfter = SafeContactPolicy.bars(use, less).isEmpty();

    assertThat(allowedAfter && !allowedBefore).isFalse();
  }

  @Property
  void fewer_safe_times_never_allow_more(
      @ForAll("times") List<SafeTime> times, @ForAll("moments") Instant at) {
    if (times.size() < 2) {
      return; // With the last one gone, no time was asked for at all.
    }
    List<SafeTime> fewer = new ArrayList<>(times);
    fewer.removeFirst();
    Set<ContactBar> all = bars(new SafeTimes(times), at);

    assertThat(bars(new SafeTimes(fewer), at)).containsAll(all);
  }

  @Test
  void an_advice_names_every_use_of_a_point_and_what_is_against_it() {
    SafeTimes tuesdays =
        new SafeTimes(
            List.of(new SafeTime(DayOfWeek.TUESDAY, LocalTime.of(10, 0), LocalTime.of(12, 0))));

    List<SafeContactPolicy.Advice> advice =
        SafeContactPolicy.advise(PHONE, tuesdays, Instant.parse("2026-01-14T10:30:00Z"));

    assertThat(advice)
        .extracting(SafeContactPolicy.Advice::use)
        .containsExactly(ContactUse.CALL, ContactUse.VOICEMAIL, ContactUse.TEXT);
    assertThat(advice)
        .allSatisfy(use -> assertThat(use.reasons()).contains(ContactBar.OUTSIDE_SAFE_TIMES));
  }

  @Test
  void an_attempt_that_names_no_point_touches_every_point_of_its_channel() {
    List<PointMark> points = List.of(PHONE, OTHER_PHONE, POST);

    assertThat(SafeContactPolicy.touched(attempt(ContactChannel.PHONE, null), points))
        .containsExactly(PHONE, OTHER_PHONE);
    assertThat(SafeContactPolicy.touched(attempt(ContactChannel.PHONE, PHONE.id()), points))
        .containsExactly(PHONE);
    assertThat(SafeContactPolicy.touched(attempt(ContactChannel.IN_PERSON, null), points))
        .isEmpty();
  }

  @Test
  void a_message_left_is_a_voicemail_whatever_the_channel_is_called() {
    for (ContactChannel channel : ContactChannel.values()) {
      assertThat(ContactUse.of(channel, ContactOutcome.VOICEMAIL_LEFT))
          .isEqualTo(ContactUse.VOICEMAIL);
    }
    assertThat(ContactUse.of(ContactChannel.PHONE, ContactOutcome.NO_ANSWER))
        .isEqualTo(ContactUse.CALL);
  }

  @Test
  void whoever_else_answers_exposes_what_was_touched() {
    List<PointMark> touched = List.of(PHONE, OTHER_PHONE);

    assertThat(
            SafeContactPolicy.exposed(
                attempt(ContactChannel.PHONE, ContactOutcome.ANSWERED_BY_OTHER, null), touched))
        .containsExactly(PHONE.id());
    assertThat(SafeContactPolicy.exposed(attempt(ContactChannel.PHONE, null), touched)).isEmpty();
  }

  @Provide
  Arbitrary<PointMarks> marks() {
    Arbitrary<PointSafety> said = Arbitraries.of(PointSafety.class);
    return Combinators.combine(said, Arbitraries.of(true, false), said, said, said, said)
        .as(PointMarks::new);
  }

  @Provide
  Arbitrary<PointMarks> lessSafe() {
    return marks();
  }

  @Provide
  Arbitrary<List<SafeTime>> times() {
    return Combinators.combine(
            Arbitraries.of(DayOfWeek.class),
            Arbitraries.integers().between(0, 22),
            Arbitraries.integers().between(1, 59))
        .as((day, hour, minute) ->
            new SafeTime(day, LocalTime.of(hour, 0), LocalTime.of(hour + 1, minute)))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs().between(1_700_000_000L, 1_900_000_000L).map(Instant::ofEpochSecond);
  }

  private static Set<ContactBar> bars(SafeTimes times, Instant at) {
    return SafeContactPolicy.bars(ContactUse.CALL, PHONE, times, at);
  }

  /** The less safe of two: yes, then unknown, then no. */
  private static PointSafety worse(PointSafety one, PointSafety other) {
    List<PointSafety> order = List.of(YES, UNKNOWN, NO);
    return order.get(Math.max(order.indexOf(one), order.indexOf(other)));
  }

  private static PointSafety closer(PointSafety one, PointSafety other) {
    List<PointSafety> order = List.of(NO, UNKNOWN, YES);
    return order.get(Math.max(order.indexOf(one), order.indexOf(other)));
  }

  private static PointMark mark(ContactPointType type, PointSafety safe) {
    return new PointMark(UUID.randomUUID(), type, PointMarks.told(safe));
  }

  private static ReportedAttempt attempt(ContactChannel channel, @Nullable UUID point) {
    return attempt(channel, ContactOutcome.NO_ANSWER, point);
  }

  private static ReportedAttempt attempt(
      ContactChannel channel, ContactOutcome outcome, @Nullable UUID point) {
    return new ReportedAttempt(
        Instant.EPOCH, channel, point, outcome, null, null, null, null, null, null, null);
  }
}
