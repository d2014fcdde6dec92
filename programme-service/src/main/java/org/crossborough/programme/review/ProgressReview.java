package org.crossborough.programme.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One review of a man's progress, in codes; a later one of the same stage stands in its place. */
@Entity
@Immutable
@Table(name = "progress_review")
class ProgressReview {

  /** On what occasion. */
  @Schema(name = "ReviewStage")
  enum Stage {
    INTAKE,
    MID_POINT,
    /** After something happened; there may be many. */
    INCIDENT,
    END
  }

  /** How far he takes responsibility for his violence. */
  @Schema(name = "TakingResponsibility")
  enum TakingResponsibility {
    DENIES,
    MINIMISES,
    PARTLY,
    FULLY,
    NOT_STATED,
    NOT_ASKED
  }

  /** Whether his physical and sexual violence has stopped, by his own account only. */
  @Schema(name = "ViolenceStoppedHisAccount")
  enum ViolenceStopped {
    YES,
    NO,
    NOT_STATED,
    NOT_ASKED
  }

  /** His use of substances as a means of control. */
  @Schema(name = "InstrumentalUse")
  enum InstrumentalUse {
    NEVER,
    STOPPED,
    REDUCED,
    UNCHANGED,
    INCREASED,
    NOT_STATED,
    NOT_ASKED
  }

  /** What brings a relapse near. */
  @Schema(name = "RelapseTrigger")
  enum RelapseTrigger {
    RELATIONSHIPS,
    CONFLICT,
    CHILD_CONTACT,
    SEPARATION,
    MONEY_OR_HOUSING,
    LONELINESS,
    PEERS,
    OTHER
  }

  /** His contact with his children. */
  @Schema(name = "ChildContact")
  enum ChildContact {
    NO_CHILDREN,
    LIVES_WITH,
    UNSUPERVISED,
    SUPERVISED,
    INDIRECT,
    NONE,
    NOT_STATED,
    NOT_ASKED
  }

  /** The risk as assessed on his side, from what is known there. */
  @Schema(name = "AssessedRisk")
  enum AssessedRisk {
    STANDARD,
    MEDIUM,
    HIGH,
    VERY_HIGH
  }

  @Id private UUID id;
  private UUID enrolmentId;

  // Read by row-level security.
  @SuppressWarnings("UnusedVariable")
  private String boroughCode;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  private LocalDate reviewedOn;

  @Enumerated(EnumType.STRING)
  private TakingResponsibility takingResponsibility;

  @Enumerated(EnumType.STRING)
  private ViolenceStopped violenceStopped;

  @Enumerated(EnumType.STRING)
  private InstrumentalUse instrumentalUse;

  private List<String> relapseTriggers;

  @Enumerated(EnumType.STRING)
  private ChildContact childContact;

  @Enumerated(EnumType.STRING)
  private AssessedRisk assessedRisk;

  private @Nullable LocalDate exitTopRequestedOn;
  private Instant recordedAt;
  private String recordedBy;

  private ProgressReview() {}

  static ProgressReview of(Known man, RecordReview request, LocalDate on, Act act) {
    ProgressReview review = new ProgressReview();
    review.id = Ids.next();
    review.enrolmentId = man.id();
    review.boroughCode = man.boroughCode();
    review.stage = request.stage();
    review.reviewedOn = on;
    review.takingResponsibility = request.takingResponsibility();
    review.violenceStopped = request.violenceStopped();
    review.instrumentalUse = request.instrumentalUse();
    review.relapseTriggers = request.relapseTriggers().stream().map(Enum::name).sorted().toList();
    review.childContact = request.childContact();
    review.assessedRisk = request.assessedRisk();
    review.exitTopRequestedOn = request.exitTopRequestedOn();
    review.recordedAt = act.at();
    review.recordedBy = act.by();
    return review;
  }

  UUID id() {
    return id;
  }

  Stage stage() {
    return stage;
  }

  ReviewView view() {
    return new ReviewView(
        id,
        enrolmentId,
        stage,
        reviewedOn,
        takingResponsibility,
        violenceStopped,
        instrumentalUse,
        relapseTriggers,
        childContact,
        assessedRisk,
        exitTopRequestedOn,
        recordedAt,
        recordedBy);
  }
}
