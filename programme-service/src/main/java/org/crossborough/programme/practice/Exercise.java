package org.crossborough.programme.practice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An exercise set to a man, and what he made of it. */
@Entity
@Table(name = "exercise")
class Exercise {

  /** How far he applies it to his own behaviour and attitudes. */
  @Schema(name = "Insight")
  enum Insight {
    NOT_DONE,
    DESCRIBES,
    RECOGNISES_HIS_OWN,
    APPLIES
  }

  /**
   * An exercise as facilitators and managers see it.
   *
   * @param reflection absent before he reflected, and once it was erased
   */
  @Schema(name = "Exercise")
  record View(
      UUID id,
      UUID enrolmentId,
      String exerciseCode,
      @Nullable String moduleCode,
      LocalDate setOn,
      String setBy,
      @Nullable LocalDate reflectedOn,
      @Nullable Insight insight,
      @Nullable String reflection) {}

  @Id private UUID id;

  @Column(updatable = false)
  private UUID enrolmentId;

  // Read by row-level security.
  @SuppressWarnings("UnusedVariable")
  @Column(updatable = false)
  private String boroughCode;

  @Column(updatable = false)
  private String exerciseCode;

  @Column(updatable = false)
  private @Nullable String moduleCode;

  @Column(updatable = false)
  private LocalDate setOn;

  @Column(updatable = false)
  private String setBy;

  private @Nullable LocalDate reflectedOn;

  @Enumerated(EnumType.STRING)
  private @Nullable Insight insight;

  private @Nullable String reflection;
  private @Nullable Instant erasedAt;
  @Version private long version;

  private Exercise() {}

  static Exercise of(
      Known man, String exerciseCode, @Nullable String moduleCode, LocalDate on, Act act) {
    Exercise exercise = new Exercise();
    exercise.id = Ids.next();
    exercise.enrolmentId = man.id();
    exercise.boroughCode = man.boroughCode();
    exercise.exerciseCode = exerciseCode;
    exercise.moduleCode = moduleCode;
    exercise.setOn = on;
    exercise.setBy = act.by();
    return exercise;
  }

  void reflect(Insight shown, @Nullable String words, LocalDate on) {
    if (erasedAt != null) {
      throw PracticeProblem.PARTICIPANT_ERASED.because("His record is closed.");
    }
    if (reflectedOn != null) {
      throw PracticeProblem.ALREADY_REFLECTED.because("Set it again for another reflection.");
    }
    reflectedOn = on;
    insight = shown;
    reflection = words;
  }

  void erase(Instant at) {
    if (erasedAt == null) {
      reflection = null;
      erasedAt = at;
    }
  }

  UUID id() {
    return id;
  }

  UUID enrolmentId() {
    return enrolmentId;
  }

  LocalDate givenOn() {
    return setOn;
  }

  long version() {
    return version;
  }

  View view() {
    return new View(
        id, enrolmentId, exerciseCode, moduleCode, setOn, setBy, reflectedOn, insight, reflection);
  }
}
