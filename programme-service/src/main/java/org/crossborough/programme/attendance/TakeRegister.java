package org.crossborough.programme.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.ProblemType;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Standing;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.staff.Act;

/**
 * Takes a register in, all of it or nothing: log, minutes, starts and events in one transaction.
 */
@ApplicationScoped
class TakeRegister {

  private final EnrolmentLedger enrolments;
  private final Attendances attendances;
  private final AttendanceConfig config;
  private final Outbox outbox;

  TakeRegister(
      EnrolmentLedger enrolments, Attendances attendances, AttendanceConfig config, Outbox outbox) {
    this.enrolments = enrolments;
    this.attendances = attendances;
    this.config = config;
    this.outbox = outbox;
  }

  /** Stores what is new in the register and says whether anything was. */
  boolean take(RegisterSheet session, Register register, Act act) {
    if (!session.held()) {
      throw AttendanceProblem.SESSION_NOT_HELD.because("Say first that the session was held.");
    }
    Map<UUID, Standing> men = enrolments.lock(session.runId(), ids(register));
    Map<UUID, Attendance> before = attendances.standing(session.sessionId());
    RegisterRules rules = new RegisterRules(session, men.keySet(), config);
    refuse(RequestProblem.INVALID, rules.violations(register));
    Participation participation = new Participation(session, men, before);
    refuse(AttendanceProblem.ENROLMENT_ENDED, participation.ended(register));
    refuse(AttendanceProblem.NOT_CLEAR_TO_START, participation.obstacles(register));
    List<Register.Entry> changed = participation.changed(register);
    for (Register.Entry entry : changed) {
      Attendance earlier = before.get(entry.enrolmentId());
      Attendance now = Attendance.of(entry, session, earlier, act);
      UUID referralId = Objects.requireNonNull(men.get(entry.enrolmentId())).referralId();
      attendances.persist(now);
      outbox.publish(now.recorded(session, referralId));
      enrolments
          .attend(now.enrolmentId(), now.since(earlier, session), act)
          .ifPresent(outbox::publish);
      now.concern(earlier, referralId).ifPresent(outbox::publish);
    }
    return !changed.isEmpty();
  }

  private static List<UUID> ids(Register register) {
    return register.entries().stream().map(Register.Entry::enrolmentId).toList();
  }

  private static void refuse(ProblemType problem, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw problem.of(violations);
    }
  }
}
