package org.crossborough.programme.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.programme.attendance.AttendanceLog;
import org.crossborough.programme.attendance.AttendanceLog.Mark;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.individual.IndividualWork;
import org.crossborough.programme.individual.IndividualWork.Worked;
import org.jboss.logging.Logger;

/** Rebuilds an enrolment's minutes from its logs. */
@ApplicationScoped
class ReconcileMinutes {

  private static final Logger LOG = Logger.getLogger(ReconcileMinutes.class);

  private final EnrolmentLedger enrolments;
  private final AttendanceLog attendance;
  private final IndividualWork individual;

  ReconcileMinutes(
      EnrolmentLedger enrolments, AttendanceLog attendance, IndividualWork individual) {
    this.enrolments = enrolments;
    this.attendance = attendance;
    this.individual = individual;
  }

  /** Compares without changing anything. */
  MinutesCheck check(UUID enrolmentId) {
    return compare(enrolments.get(enrolmentId), false);
  }

  /** Compares, and makes the logs right where the two differ. */
  MinutesCheck repair(UUID enrolmentId) {
    var _ = enrolments.lock(List.of(enrolmentId));
    MinutesCheck found = compare(enrolments.get(enrolmentId), true);
    if (found.repaired()) {
      enrolments.rebuild(
          enrolmentId, found.rebuiltAttendedMinutes(), found.rebuiltCountableMinutes());
      LOG.warnf("The minutes of an enrolment differed from its log and were rebuilt");
    }
    return found;
  }

  private MinutesCheck compare(Known man, boolean repair) {
    List<Mark> marks = attendance.of(man.id());
    List<Worked> alone = individual.of(man.id());
    int attended =
        marks.stream().mapToInt(Mark::attendedMinutes).sum()
            + alone.stream().mapToInt(Worked::attendedMinutes).sum();
    int countable =
        marks.stream().mapToInt(Mark::countableMinutes).sum()
            + alone.stream().mapToInt(Worked::countableMinutes).sum();
    boolean differs = attended != man.attendedMinutes() || countable != man.countableMinutes();
    return new MinutesCheck(
        man.id(),
        man.attendedMinutes(),
        man.countableMinutes(),
        attended,
        countable,
        repair && differs);
  }
}
