package org.crossborough.safety.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.contact.ContactContent.PROGRAMME_INFO;
import static org.crossborough.safety.contact.ContactContent.SAFETY_PLANNING;
import static org.crossborough.safety.contact.ContactOutcome.MESSAGE_REPLIED;
import static org.crossborough.safety.contact.ContactOutcome.NO_ANSWER;
import static org.crossborough.safety.contact.ContactOutcome.SPOKE_TO_SURVIVOR;
import static org.crossborough.safety.contact.SupportAnswer.NO;
import static org.crossborough.safety.contact.SupportAnswer.NOT_NOW;
import static org.crossborough.safety.contact.SupportAnswer.YES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactTierTest {

  @Test
  void each_tier_needs_what_its_definition_says() {
    ContactAttempt missed = attempt(1, NO_ANSWER, null, SAFETY_PLANNING);
    ContactAttempt talked = attempt(2, SPOKE_TO_SURVIVOR, NOT_NOW, SAFETY_PLANNING);
    ContactAttempt accepted = attempt(3, SPOKE_TO_SURVIVOR, YES, PROGRAMME_INFO);
    ContactAttempt sameDay = attempt(3, MESSAGE_REPLIED, null, SAFETY_PLANNING);
    ContactAttempt informed = attempt(5, SPOKE_TO_SURVIVOR, null, PROGRAMME_INFO);

    assertTier(0);
    assertTier(1, missed);
    assertTier(2, missed, talked);
    assertTier(2, attempt(2, SPOKE_TO_SURVIVOR, NO));
    assertTier(3, missed, accepted);
    assertTier(3, accepted, sameDay);
    assertTier(3, accepted, informed);
    assertTier(4, talked, accepted);
    assertTier(4, accepted, sameDay, informed);
  }

  @Test
  void support_that_nobody_could_have_accepted_does_not_count() {
    assertTier(1, attempt(1, NO_ANSWER, YES, SAFETY_PLANNING));
  }

  @Property
  void one_more_attempt_never_lowers_the_tier(
      @ForAll("attempts") List<ContactAttempt> attempts, @ForAll("attempt") ContactAttempt more) {
    List<ContactAttempt> all = new ArrayList<>(attempts);
    all.add(more);

    assertThat(ContactTier.of(all).number())
        .isGreaterThanOrEqualTo(ContactTier.of(attempts).number());
  }

  @Provide
  Arbitrary<List<ContactAttempt>> attempts() {
    return attempt().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<ContactAttempt> attempt() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(ContactOutcome.class),
            Arbitraries.of(SupportAnswer.class).injectNull(0.5),
            Arbitraries.of(ContactContent.class))
        .as(ContactTierTest::attempt);
  }

  private static ContactAttempt attempt(
      int day, ContactOutcome outcome, @Nullable SupportAnswer answer, ContactContent... content) {
    Instant at = Instant.parse("2026-01-0%dT12:00:00Z".formatted(day));
    return ContactAttempt.of(
        new ReportedAttempt(
            at,
            ContactChannel.PHONE,
            null,
            outcome,
            null,
            answer,
            List.of(content),
            null,
            null,
            null,
            null),
        new AttemptedCase(UUID.randomUUID(), UUID.randomUUID(), 1),
        "somebody",
        at);
  }

  private static void assertTier(int number, ContactAttempt... attempts) {
    assertThat(ContactTier.of(List.of(attempts)).number()).isEqualTo(number);
  }
}
