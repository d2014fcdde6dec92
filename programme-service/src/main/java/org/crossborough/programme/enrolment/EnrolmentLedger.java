package org.crossborough.programme.enrolment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.programme.clearance.Clearance;
import org.crossborough.programme.clearance.Clearances;
import org.crossborough.programme.staff.Act;
import org.jspecify.annotations.Nullable;

/** The enrolments of a run, as its registers use them. */
@ApplicationScoped
public class EnrolmentLedger {

  /**
   * How one session's standing attendance changed; the differences may be negative.
   *
   * @param attendedMinutes more or fewer minutes than stood before
   * @param countableMinutes the same of those that count
   */
  public record AttendanceChange(LocalDate heldOn, int attendedMinutes, int countableMinutes) {}

  /**
   * What a register must respect about one enrolment.
   *
   * @param waiting he has not started yet
   * @param neverStarted the run went on without him
   * @param endedOn the day he left or completed
   */
  public record Standing(
      UUID enrolmentId,
      UUID referralId,
      boolean waiting,
      boolean neverStarted,
      @Nullable LocalDate endedOn,
      Clearance clearance) {

    static Standing of(Enrolment enrolment, Clearance clearance) {
      return new Standing(
          enrolment.id(),
          enrolment.referralId(),
          enrolment.status() == EnrolmentStatus.PLANNED,
          enrolment.status() == EnrolmentStatus.NOT_STARTED,
          enrolment.endedOn(),
          clearance);
    }

    /** Whether a session of that day was his; what he did before his end may still be corrected. */
    public boolean covers(LocalDate day) {
      return !neverStarted && (endedOn == null || !day.isAfter(endedOn));
    }

    /** The code of what keeps him from taking part, if anything does. */
    public Optional<String> obstacle() {
      if (clearance.held()) {
        return Optional.of("PROGRAMME_REVIEW");
      }
      return waiting && !clearance.clearToStart()
          ? Optional.of("NOT_CLEAR_TO_START")
          : Optional.empty();
    }
  }

  private final Enrolments enrolments;
  private final Clearances clearances;

  EnrolmentLedger(Enrolments enrolments, Clearances clearances) {
    this.enrolments = enrolments;
    this.clearances = clearances;
  }

  /** Those of the ids that are enrolments of the run; nobody else changes them meanwhile. */
  public Map<UUID, Standing> lock(UUID runId, Collection<UUID> ids) {
    List<Enrolment> locked = enrolments.lock(runId, ids);
    Map<UUID, Clearance> clearance =
        clearances.of(locked.stream().map(Enrolment::referralId).toList());
    return locked.stream()
        .map(e -> Standing.of(e, clearance.getOrDefault(e.referralId(), Clearance.NONE)))
        .collect(toMap(Standing::enrolmentId, identity()));
  }

  /** Takes a change of the attendance log into the enrolment's minutes. */
  public Optional<EnrolmentStarted> attend(UUID enrolmentId, AttendanceChange change, Act act) {
    return enrolments.get(enrolmentId).attend(change, act);
  }
}
