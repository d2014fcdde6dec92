package org.crossborough.safety.contact;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** How far contact with a survivor has come. */
public enum ContactTier {
  DETAILS_HELD(0),
  ATTEMPTED(1),
  REACHED(2),
  SUPPORT_ACCEPTED(3),
  ACTIVE_SUPPORT(4);

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final int number;

  ContactTier(int number) {
    this.number = number;
  }

  /** The tier's number, 0 to 4. */
  public int number() {
    return number;
  }

  static ContactTier of(List<ContactAttempt> attempts) {
    if (attempts.isEmpty()) {
      return DETAILS_HELD;
    }
    List<ContactAttempt> twoWay = attempts.stream().filter(ContactAttempt::isTwoWay).toList();
    if (twoWay.isEmpty()) {
      return ATTEMPTED;
    }
    if (twoWay.stream().noneMatch(ContactAttempt::acceptedSupport)) {
      return REACHED;
    }
    boolean onSeveralDates = twoWay.stream().map(ContactTier::date).distinct().count() >= 2;
    boolean supportive = twoWay.stream().anyMatch(ContactAttempt::isSupportive);
    return onSeveralDates && supportive ? ACTIVE_SUPPORT : SUPPORT_ACCEPTED;
  }

  private static LocalDate date(ContactAttempt attempt) {
    return attempt.attemptedAt().atZone(LONDON).toLocalDate();
  }
}
