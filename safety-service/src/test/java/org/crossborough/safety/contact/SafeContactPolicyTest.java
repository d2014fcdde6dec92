package org.crossborough.safety.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.atrisk.ContactPointType;
import org.crossborough.safety.atrisk.PointMark;
import org.crossborough.safety.atrisk.PointSafety;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeContactPolicyTest {

  private static final PointMark PHONE = mark(ContactPointType.PHONE, PointSafety.YES);
  private static final PointMark OTHER_PHONE = mark(ContactPointType.PHONE, PointSafety.NO);
  private static final PointMark POST = mark(ContactPointType.POST, PointSafety.UNKNOWN);

  @ParameterizedTest
  @CsvSource({
    "YES,PHONE,NO_ANSWER,true",
    "YES,SMS,SMS_SENT,true",
    "NO,PHONE,NO_ANSWER,false",
    "NO,LETTER,LETTER_RETURNED,false",
    "UNKNOWN,PHONE,NO_ANSWER,true",
    "UNKNOWN,PHONE,VOICEMAIL_NOT_LEFT,true",
    "UNKNOWN,PHONE,VOICEMAIL_LEFT,false",
    "UNKNOWN,SMS,SMS_SENT,false",
    "UNKNOWN,EMAIL,MESSAGE_REPLIED,false",
    "UNKNOWN,LETTER,LETTER_RETURNED,false"
  })
  void unknown_is_unsafe_for_whatever_leaves_a_trace(
      PointSafety safe, ContactChannel channel, ContactOutcome outcome, boolean allowed) {
    PointMark point = mark(ContactPointType.PHONE, safe);

    assertThat(SafeContactPolicy.allows(attempt(channel, outcome, point.id()), point))
        .isEqualTo(allowed);
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
  void whoever_else_answers_exposes_what_was_touched() {
    List<PointMark> touched = List.of(PHONE, OTHER_PHONE);

    assertThat(
            SafeContactPolicy.exposed(
                attempt(ContactChannel.PHONE, ContactOutcome.ANSWERED_BY_OTHER, null), touched))
        .containsExactly(PHONE.id());
    assertThat(SafeContactPolicy.exposed(attempt(ContactChannel.PHONE, null), touched)).isEmpty();
  }

  private static PointMark mark(ContactPointType type, PointSafety safe) {
    return new PointMark(UUID.randomUUID(), type, safe);
  }

  private static ReportedAttempt attempt(ContactChannel channel, @Nullable UUID point) {
    return attempt(channel, ContactOutcome.NO_ANSWER, point);
  }

  private static ReportedAttempt attempt(
      ContactChannel channel, ContactOutcome outcome, @Nullable UUID point) {
    return new ReportedAttempt(Instant.EPOCH, channel, point, outcome, null, null, null, null);
  }
}
