package org.crossborough.programme.enrolment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentPlanned;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.programme.clearance.Clearance;
import org.crossborough.programme.clearance.Clearances;
import org.crossborough.programme.enrolment.EnrolmentPlace.Purpose;
import org.crossborough.programme.run.ScheduledRuns.ScheduledRun;
import org.crossborough.programme.staff.Act;
import org.jspecify.annotations.Nullable;

/** Enrolments as other features use them: registers, reviews, reports. */
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
   * Judges whether a man has done what his programme asks; implemented by who sees log and reviews.
   */
  public interface CompletionConditions {

    /**
     * The conditions that are not met, each by its own name; none when he may complete.
     *
     * @param enrolmentId an enrolment that exists
     */
    List<Violation> unmet(UUID enrolmentId);
  }

  /**
   * An enrolment as features know it that need no clearance.
   *
   * @param status the name of its status
   * @param onProgramme he is planned, active or suspended
   */
  public record Known(
      UUID id,
      UUID referralId,
      UUID personId,
      UUID runId,
      String boroughCode,
      String status,
      boolean onProgramme,
      @Nullable LocalDate startedOn,
      @Nullable LocalDate endedOn,
      int attendedMinutes,
      int countableMinutes) {

    static Known of(Enrolment enrolment) {
      return new Known(
          enrolment.id(),
          enrolment.referralId(),
          enrolment.personId(),
          enrolment.runId(),
          enrolment.boroughCode(),
          enrolment.status().name(),
          enrolment.isOnProgramme(),
          enrolment.startedOn(),
          enrolment.endedOn(),
          enrolment.attendedMinutes(),
          enrolment.countableMinutes());
    }

    /** Whether he completed, whatever followed. */
    public boolean completed() {
      return Set.of("COMPLETED", "FOLLOW_ON", "CLOSED").contains(status);
    }
  }

  /**
   * A place on a run, from and until a day where there are such days.
   *
   * @param adds whether being there adds minutes; false in the group that follows the programme
   */
  public record Place(
      UUID runId, @Nullable LocalDate fromOn, @Nullable LocalDate untilOn, boolean adds) {

    boolean covers(LocalDate day) {
      return (fromOn == null || !day.isBefore(fromOn))
          && (untilOn == null || !day.isAfter(untilOn));
    }
  }

  /**
   * What a register must respect about one enrolment.
   *
   * @param waiting he has not started yet
   * @param neverStarted the run went on without him
   * @param endedOn the day he left or completed
   * @param suspendedOn since when he is away; null unless he is
   * @param overCapacity others fill his run already
   */
  public record Standing(
      UUID enrolmentId,
      UUID referralId,
      String boroughCode,
      boolean waiting,
      boolean neverStarted,
      @Nullable LocalDate endedOn,
      @Nullable LocalDate suspendedOn,
      boolean overCapacity,
      List<Place> places,
      Clearance clearance) {

    /** Whether he has or had a place on the run. */
    public boolean isOn(UUID runId) {
      return places.stream().anyMatch(place -> place.runId().equals(runId));
    }

    /** Whether a session of that day was his; what he did before his end may still be corrected. */
    public boolean covers(UUID runId, LocalDate day) {
      return !neverStarted
          && places.stream()
              .filter(place -> place.runId().equals(runId) && place.covers(day))
              .anyMatch(place -> !place.adds() || endedOn == null || !day.isAfter(endedOn));
    }

    /** Whether he was on a programme that day, whichever run it was. */
    public boolean coversAny(LocalDate day) {
      return places.stream().anyMatch(place -> covers(place.runId(), day));
    }

    /** Whether being at that run's sessions on that day adds minutes. */
    public boolean addsMinutes(UUID runId, LocalDate day) {
      return places.stream()
          .noneMatch(place -> place.runId().equals(runId) && place.covers(day) && !place.adds());
    }

    /** The code of what keeps him from taking part on a day, if anything does. */
    public Optional<String> obstacle(LocalDate day) {
      if (clearance.held()) {
        return Optional.of("PROGRAMME_REVIEW");
      }
      if (waiting && !clearance.clearToStart()) {
        return Optional.of("NOT_CLEAR_TO_START");
      }
      if (waiting && overCapacity) {
        return Optional.of("OVER_CAPACITY");
      }
      return suspendedOn != null && !day.isBefore(suspendedOn)
          ? Optional.of("SUSPENDED")
          : Optional.empty();
    }
  }

  private final Enrolments enrolments;
  private final AttendedEnrolments attended;
  private final Clearances clearances;

  EnrolmentLedger(Enrolments enrolments, AttendedEnrolments attended, Clearances clearances) {
    this.enrolments = enrolments;
    this.attended = attended;
    this.clearances = clearances;
  }

  /** Enrols the man of a referral; nothing when he is enrolled already. */
  public Optional<EnrolmentPlanned> plan(
      UUID referralId, UUID personId, ScheduledRun run, Act act) {
    if (enrolments.ofReferral(referralId).isPresent()) {
      return Optional.empty();
    }
    Enrolment enrolment = Enrolment.of(referralId, personId, run, act);
    enrolments.persist(enrolment);
    return Optional.of(enrolment.planned(act.at()));
  }

  /**
   * One enrolment.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when the caller sees no such enrolment
   */
  public Known get(UUID id) {
    return Known.of(enrolments.get(id));
  }

  /**
   * An enrolment that something is added beneath: its version is checked when the caller states
   * one.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when the caller sees no such enrolment,
   *     412 when the version stated is stale
   */
  public Known require(UUID id, HttpHeaders headers) {
    Enrolment enrolment = enrolments.get(id);
    if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
      EntityVersion.require(headers, enrolment.version());
    }
    return Known.of(enrolment);
  }

  /** Whether a man has or had a place on a run. */
  public boolean wasOn(UUID id, UUID runId) {
    return enrolments.places(List.of(id)).getOrDefault(id, List.of()).stream()
        .anyMatch(place -> place.runId().equals(runId));
  }

  /** Whoever has or had a place on a run, in the order of allocation. */
  public List<Known> everOfRun(UUID runId) {
    return enrolments.everOfRun(runId).stream().map(Known::of).toList();
  }

  /** The ids of a person's enrolments. */
  public List<UUID> ofPerson(UUID personId) {
    return enrolments.ofPerson(personId).stream().map(Enrolment::id).toList();
  }

  /** Those of the ids that are enrolments; nobody else changes them meanwhile. */
  public Map<UUID, Standing> lock(Collection<UUID> ids) {
    List<Enrolment> locked = enrolments.lock(ids);
    Map<UUID, Clearance> clearance =
        clearances.of(locked.stream().map(Enrolment::referralId).toList());
    Map<UUID, List<EnrolmentPlace>> places = enrolments.places(ids);
    Set<UUID> over =
        enrolments.overCapacity(
            locked.stream()
                .filter(man -> man.status() == EnrolmentStatus.PLANNED)
                .map(Enrolment::runId)
                .distinct()
                .toList());
    return locked.stream()
        .map(man ->
            standing(
                man,
                places.getOrDefault(man.id(), List.of()),
                over.contains(man.id()),
                clearance.getOrDefault(man.referralId(), Clearance.NONE)))
        .collect(toMap(Standing::enrolmentId, identity()));
  }

  private static Standing standing(
      Enrolment man, List<EnrolmentPlace> places, boolean over, Clearance clearance) {
    return new Standing(
        man.id(),
        man.referralId(),
        man.boroughCode(),
        man.status() == EnrolmentStatus.PLANNED,
        man.status() == EnrolmentStatus.NOT_STARTED,
        man.endedOn(),
        man.suspendedOn(),
        over,
        places.stream()
            .map(place ->
                new Place(
                    place.runId(),
                    place.fromOn(),
                    place.untilOn(),
                    place.purpose() == Purpose.PROGRAMME))
            .toList(),
        clearance);
  }

  /**
   * Takes the changes that one register makes to the attendance log into the men's minutes, all at
   * once. They must have been locked.
   *
   * @return the starts that follow from it, by enrolment
   */
  public Map<UUID, EnrolmentStarted> attend(Map<UUID, AttendanceChange> changes, Act act) {
    List<Enrolment> men = changes.keySet().stream().map(enrolments::get).toList();
    attended.takeOver(men);
    List<Enrolment.Start> starts =
        men.stream()
            .flatMap(man -> man.attend(Objects.requireNonNull(changes.get(man.id())), act).stream())
            .toList();
    attended.write(men, starts.stream().map(Enrolment.Start::change).toList(), act);
    return starts.stream()
        .map(Enrolment.Start::event)
        .collect(toMap(EnrolmentStarted::enrolmentId, identity()));
  }

  /**
   * Makes the days on which men started those that the log now gives, after a correction took
   * countable minutes back; nothing for one whom none are left to. What was told and done since
   * then stays: he is still where his moves brought him.
   */
  public void startAsLogged(Map<UUID, Optional<LocalDate>> firstCountable) {
    attended.restart(firstCountable);
  }

  /** Takes minutes in that start nothing: those alone with a facilitator. */
  public void credit(UUID enrolmentId, AttendanceChange change) {
    enrolments.get(enrolmentId).credit(change);
  }

  /** Makes an enrolment's minutes those that the logs give. */
  public void rebuild(UUID enrolmentId, int attendedMinutes, int countableMinutes) {
    enrolments.get(enrolmentId).rebuild(attendedMinutes, countableMinutes);
  }
}
