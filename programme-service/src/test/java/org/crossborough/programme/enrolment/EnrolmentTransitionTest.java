package org.crossborough.programme.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.enrolment.EnrolmentStatus.ACTIVE;
import static org.crossborough.programme.enrolment.EnrolmentStatus.CLOSED;
import static org.crossborough.programme.enrolment.EnrolmentStatus.COMPLETED;
import static org.crossborough.programme.enrolment.EnrolmentStatus.EXITED;
import static org.crossborough.programme.enrolment.EnrolmentStatus.FOLLOW_ON;
import static org.crossborough.programme.enrolment.EnrolmentStatus.NOT_STARTED;
import static org.crossborough.programme.enrolment.EnrolmentStatus.PLANNED;
import static org.crossborough.programme.enrolment.EnrolmentStatus.SUSPENDED;
import static org.crossborough.programme.enrolment.EnrolmentTransition.CLOSE;
import static org.crossborough.programme.enrolment.EnrolmentTransition.COMPLETE;
import static org.crossborough.programme.enrolment.EnrolmentTransition.EXIT;
import static org.crossborough.programme.enrolment.EnrolmentTransition.FOLLOW;
import static org.crossborough.programme.enrolment.EnrolmentTransition.NO_SHOW;
import static org.crossborough.programme.enrolment.EnrolmentTransition.RESUME;
import static org.crossborough.programme.enrolment.EnrolmentTransition.START;
import static org.crossborough.programme.enrolment.EnrolmentTransition.SUSPEND;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnrolmentTransitionTest {

  private record Move(EnrolmentStatus from, EnrolmentTransition by, EnrolmentStatus to) {}

  private static final Set<Move> LEGAL =
      Set.of(
          new Move(PLANNED, START, ACTIVE),
          new Move(PLANNED, NO_SHOW, NOT_STARTED),
          new Move(ACTIVE, SUSPEND, SUSPENDED),
          new Move(ACTIVE, COMPLETE, COMPLETED),
          new Move(ACTIVE, EXIT, EXITED),
          new Move(SUSPENDED, RESUME, ACTIVE),
          new Move(SUSPENDED, EXIT, EXITED),
          new Move(COMPLETED, FOLLOW, FOLLOW_ON),
          new Move(FOLLOW_ON, CLOSE, CLOSED));

  @Test
  void of_every_status_and_transition_only_the_listed_moves_are_legal() {
    Set<Move> found = new HashSet<>();
    for (EnrolmentStatus from : EnrolmentStatus.values()) {
      for (EnrolmentTransition by : EnrolmentTransition.values()) {
        if (by.leadsFrom(from)) {
          found.add(new Move(from, by, by.to()));
        }
      }
    }

    assertThat(found).isEqualTo(LEGAL);
  }

  @Test
  void a_walk_from_planned_takes_every_transition_and_reaches_every_status() {
    Set<EnrolmentStatus> reached = EnumSet.of(PLANNED);
    Set<EnrolmentTransition> taken = EnumSet.noneOf(EnrolmentTransition.class);
    Deque<EnrolmentStatus> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      EnrolmentStatus from = open.remove();
      for (EnrolmentTransition by : EnrolmentTransition.values()) {
        if (by.leadsFrom(from) && taken.add(by) && reached.add(by.to())) {
          open.add(by.to());
        }
      }
    }

    assertThat(taken).containsExactlyInAnyOrder(EnrolmentTransition.values());
    assertThat(reached).containsExactlyInAnyOrder(EnrolmentStatus.values());
  }
}
