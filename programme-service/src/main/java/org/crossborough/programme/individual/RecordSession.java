package org.crossborough.programme.individual;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.enrolment.EnrolmentLedger.Standing;
import org.crossborough.programme.individual.IndividualSessionResource.RecordIndividualSession;
import org.crossborough.programme.requirement.ProgrammeRequirements;
import org.crossborough.programme.staff.Act;
import org.jspecify.annotations.Nullable;

/** Takes an individual session in: log, minutes and event in one transaction. */
@ApplicationScoped
class RecordSession {

  private final IndividualSessions sessions;
  private final EnrolmentLedger enrolments;
  private final ProgrammeRequirements requirements;
  private final Outbox outbox;
  private final Clock clock;
  private final Caller caller;

  RecordSession(
      IndividualSessions sessions,
      EnrolmentLedger enrolments,
      ProgrammeRequirements requirements,
      Outbox outbox,
      Clock clock,
      Caller caller) {
    this.sessions = sessions;
    this.enrolments = enrolments;
    this.requirements = requirements;
    this.outbox = outbox;
    this.clock = clock;
    this.caller = caller;
  }

  IndividualSession record(Known man, RecordIndividualSession request) {
    Map<UUID, Standing> locked = enrolments.lock(List.of(man.id()));
    IndividualSession before = before(man, request.sessionId());
    check(man, Objects.requireNonNull(locked.get(man.id())), request, before);
    Act act = Act.of(caller, clock.instant());
    boolean counts = requirements.of(man.runId()).individualSessionsCount();
    IndividualSession session = IndividualSession.of(man, request, before, counts, act);
    sessions.persist(session);
    enrolments.credit(man.id(), session.since(before));
    outbox.publish(session.recorded(man));
    return session;
  }

  private @Nullable IndividualSession before(Known man, @Nullable UUID sessionId) {
    if (sessionId == null) {
      return null;
    }
    IndividualSession before = sessions.get(sessionId);
    if (!before.enrolmentId().equals(man.id())) {
      throw IndividualSessionProblem.NOT_FOUND.because("No individual session has this id.");
    }
    return before;
  }

  private void check(
      Known man,
      Standing standing,
      RecordIndividualSession request,
      @Nullable IndividualSession before) {
    if (request.heldOn().isAfter(LocalDate.now(clock))) {
      throw invalid("heldOn", "IN_FUTURE", "must not be in the future");
    }
    if (before == null && request.attendedMinutes() == 0) {
      throw invalid("attendedMinutes", "MUST_BE_POSITIVE", "must be above 0 for a session held");
    }
    if (man.startedOn() != null && request.heldOn().isAfter(man.startedOn())) {
      throw IndividualSessionProblem.NOT_BEFORE_GROUP.because(
          "He began on %s.".formatted(man.startedOn()));
    }
    if (before == null && standing.clearance().held()) {
      throw IndividualSessionProblem.UNDER_REVIEW.because("Wait until the review is over.");
    }
  }

  private static RuntimeException invalid(String field, String code, String message) {
    return RequestProblem.INVALID.of(List.of(new Violation(field, code, message)));
  }
}
