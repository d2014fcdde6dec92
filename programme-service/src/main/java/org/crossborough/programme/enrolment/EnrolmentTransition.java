package org.crossborough.programme.enrolment;

import static org.crossborough.programme.enrolment.EnrolmentStatus.ACTIVE;
import static org.crossborough.programme.enrolment.EnrolmentStatus.CLOSED;
import static org.crossborough.programme.enrolment.EnrolmentStatus.COMPLETED;
import static org.crossborough.programme.enrolment.EnrolmentStatus.EXITED;
import static org.crossborough.programme.enrolment.EnrolmentStatus.FOLLOW_ON;
import static org.crossborough.programme.enrolment.EnrolmentStatus.NOT_STARTED;
import static org.crossborough.programme.enrolment.EnrolmentStatus.PLANNED;
import static org.crossborough.programme.enrolment.EnrolmentStatus.SUSPENDED;

import java.util.Set;

/** Every legal move of an enrolment. There is no other list. */
enum EnrolmentTransition {
  START(Set.of(PLANNED), ACTIVE),
  NO_SHOW(Set.of(PLANNED), NOT_STARTED),
  SUSPEND(Set.of(ACTIVE), SUSPENDED),
  RESUME(Set.of(SUSPENDED), ACTIVE),
  COMPLETE(Set.of(ACTIVE), COMPLETED),
  EXIT(Set.of(ACTIVE, SUSPENDED), EXITED),
  FOLLOW(Set.of(COMPLETED), FOLLOW_ON),
  CLOSE(Set.of(FOLLOW_ON), CLOSED);

  private final Set<EnrolmentStatus> from;
  private final EnrolmentStatus to;

  EnrolmentTransition(Set<EnrolmentStatus> from, EnrolmentStatus to) {
    this.from = from;
    this.to = to;
  }

  EnrolmentStatus to() {
    return to;
  }

  boolean leadsFrom(EnrolmentStatus status) {
    return from.contains(status);
  }
}
