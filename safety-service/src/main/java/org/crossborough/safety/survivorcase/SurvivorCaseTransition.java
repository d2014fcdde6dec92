package org.crossborough.safety.survivorcase;

import static org.crossborough.safety.survivorcase.SurvivorCaseStatus.ACTIVE_SUPPORT;
import static org.crossborough.safety.survivorcase.SurvivorCaseStatus.CLOSED;
import static org.crossborough.safety.survivorcase.SurvivorCaseStatus.CONTACT_IN_PROGRESS;
import static org.crossborough.safety.survivorcase.SurvivorCaseStatus.DECLINED_SUPPORT;
import static org.crossborough.safety.survivorcase.SurvivorCaseStatus.DETAILS_RECEIVED;
import static org.crossborough.safety.survivorcase.SurvivorCaseStatus.INFORMATION_ONLY;
import static org.crossborough.safety.survivorcase.SurvivorCaseStatus.REACHED;
import static org.crossborough.safety.survivorcase.SurvivorCaseStatus.TRANSFERRED;
import static org.crossborough.safety.survivorcase.SurvivorCaseStatus.UNABLE_TO_CONTACT;
import static org.crossborough.safety.survivorcase.SurvivorCaseStatus.UNSAFE_TO_CONTACT;

import java.util.EnumSet;
import java.util.Set;

/** Every legal move of a survivor case. There is no other list. */
enum SurvivorCaseTransition {
  BEGIN_CONTACT(EnumSet.of(DETAILS_RECEIVED), CONTACT_IN_PROGRESS),
  REACH(EnumSet.of(CONTACT_IN_PROGRESS), REACHED),
  SUPPORT(EnumSet.of(REACHED), ACTIVE_SUPPORT),
  INFORM(EnumSet.of(REACHED), INFORMATION_ONLY),
  DECLINE(EnumSet.of(REACHED), DECLINED_SUPPORT),
  GIVE_UP(EnumSet.of(CONTACT_IN_PROGRESS), UNABLE_TO_CONTACT),
  FIND_UNSAFE(EnumSet.of(CONTACT_IN_PROGRESS), UNSAFE_TO_CONTACT),
  // A new attempt is due when he starts, is suspended or leaves, also where none succeeded so far.
  RESUME(
      EnumSet.of(CLOSED, DECLINED_SUPPORT, UNABLE_TO_CONTACT, UNSAFE_TO_CONTACT),
      CONTACT_IN_PROGRESS),
  TRANSFER(EnumSet.complementOf(EnumSet.of(TRANSFERRED)), TRANSFERRED),
  CLOSE(EnumSet.complementOf(EnumSet.of(CLOSED)), CLOSED);

  private final Set<SurvivorCaseStatus> from;
  private final SurvivorCaseStatus to;

  SurvivorCaseTransition(Set<SurvivorCaseStatus> from, SurvivorCaseStatus to) {
    this.from = from;
    this.to = to;
  }

  boolean leaves(SurvivorCaseStatus status) {
    return from.contains(status);
  }

  SurvivorCaseStatus to() {
    return to;
  }

  SurvivorCaseStatus from(SurvivorCaseStatus status) {
    if (!leaves(status)) {
      throw SurvivorCaseProblem.ILLEGAL_TRANSITION.because(
          "A case in %s cannot %s.".formatted(status, this));
    }
    return to;
  }
}
