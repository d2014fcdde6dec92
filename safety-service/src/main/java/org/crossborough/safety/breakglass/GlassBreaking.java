package org.crossborough.safety.breakglass;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One emergency way to one case: asked for by one person, allowed by another, open for minutes, and
 * reviewed once it was used.
 */
@Entity
@DynamicUpdate
class GlassBreaking {

  /** Where it stands; that it was used is a fact beside that. */
  enum Status {
    REQUESTED,
    APPROVED,
    REFUSED,
    REVIEWED
  }

  /** Why a case of another team must be opened now. */
  enum Reason {
    IMMEDIATE_DANGER,
    CHILD_IN_DANGER,
    TEAM_NOT_REACHABLE
  }

  /** What a review found. */
  enum Finding {
    JUSTIFIED,
    NOT_JUSTIFIED
  }

  @Id private UUID id;
  private UUID caseId;
  private String requestedBy;
  private Instant requestedAt;

  @Enumerated(EnumType.STRING)
  private Reason reasonCode;

  private int minutes;

  @Enumerated(EnumType.STRING)
  private Status status;

  private @Nullable String decidedBy;
  private @Nullable Instant decidedAt;
  private @Nullable Instant expiresAt;
  private @Nullable Instant usedAt;
  private @Nullable String reviewedBy;
  private @Nullable Instant reviewedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable Finding findingCode;

  @Version private long version;

  private GlassBreaking() {}

  static GlassBreaking requested(GlassBreakingResource.Asking asking, String by, Instant at) {
    GlassBreaking breaking = new GlassBreaking();
    breaking.id = Ids.next();
    breaking.caseId = asking.caseId();
    breaking.requestedBy = by;
    breaking.requestedAt = at;
    breaking.reasonCode = asking.reasonCode();
    breaking.minutes = asking.minutes();
    breaking.status = Status.REQUESTED;
    return breaking;
  }

  /** Opens the way, from now on and for as long as was asked. */
  void approve(String by, Instant at) {
    decide(Status.APPROVED, by, at);
    expiresAt = at.plus(Duration.ofMinutes(minutes));
  }

  void refuse(String by, Instant at) {
    decide(Status.REFUSED, by, at);
  }

  void review(Finding finding, String by, Instant at) {
    requireAnother(by);
    if (status != Status.APPROVED || usedAt == null) {
      throw BreakGlassProblem.NOTHING_TO_REVIEW.because("Only what was used is reviewed, once.");
    }
    status = Status.REVIEWED;
    findingCode = finding;
    reviewedBy = by;
    reviewedAt = at;
    expiresAt = at;
  }

  private void decide(Status decided, String by, Instant at) {
    requireAnother(by);
    if (status != Status.REQUESTED) {
      throw BreakGlassProblem.DECIDED_BEFORE.because("It is %s.".formatted(status));
    }
    status = decided;
    decidedBy = by;
    decidedAt = at;
  }

  private void requireAnother(String by) {
    if (by.equals(requestedBy)) {
      throw BreakGlassProblem.TWO_PEOPLE_REQUIRED.because("Somebody else must do this.");
    }
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  GlassBreakingResource.Breaking view() {
    return new GlassBreakingResource.Breaking(
        id,
        caseId,
        requestedBy,
        requestedAt,
        reasonCode,
        minutes,
        status,
        decidedBy,
        decidedAt,
        expiresAt,
        usedAt,
        reviewedBy,
        reviewedAt,
        findingCode,
        version);
  }
}
