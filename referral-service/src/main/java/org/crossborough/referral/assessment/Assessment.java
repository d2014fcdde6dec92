package org.crossborough.referral.assessment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.assessment.Criterion.Effect;
import org.crossborough.referral.assessment.Criterion.Finding;
import org.crossborough.referral.assessment.RecordAssessment.Acknowledgement;
import org.crossborough.referral.decision.AssessmentResult;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferralCase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One suitability assessment the man came to, and what was found. */
@Entity
@Table(name = "assessment")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class Assessment {

  @Id private UUID id;
  private UUID referralId;
  private String boroughCode;
  private int round;
  private int number;
  private @Nullable UUID appointmentId;
  private LocalDate assessedOn;

  @Enumerated(EnumType.STRING)
  private AssessmentResult result;

  private String[] criteriaMet;
  private String[] criteriaNotMet;

  @Enumerated(EnumType.STRING)
  private @Nullable Acknowledgement acknowledgement;

  private @Nullable Boolean childrenSafeguardingConsidered;
  private Instant recordedAt;
  private String recordedBy;

  private Assessment() {}

  /** The assessment that the referral has just counted. */
  static Assessment of(ReferralCase referral, RecordAssessment form, Occasion occasion) {
    Assessment assessment = new Assessment();
    assessment.id = Ids.next();
    assessment.referralId = referral.id();
    assessment.boroughCode = referral.referringBoroughCode();
    assessment.round = referral.round();
    assessment.number = referral.assessments();
    assessment.appointmentId = form.appointmentId();
    assessment.assessedOn = form.day(occasion);
    assessment.result = form.result();
    assessment.criteriaMet = criteria(form, Finding.MET);
    assessment.criteriaNotMet = criteria(form, Finding.NOT_MET);
    assessment.acknowledgement = form.acknowledgement();
    assessment.childrenSafeguardingConsidered = form.childrenSafeguardingConsidered();
    assessment.recordedAt = occasion.at();
    assessment.recordedBy = occasion.by();
    return assessment;
  }

  private static String[] criteria(RecordAssessment form, Finding finding) {
    return form.found().entrySet().stream()
        .filter(entry -> entry.getValue() == finding)
        .map(entry -> entry.getKey().name())
        .toArray(String[]::new);
  }

  UUID id() {
    return id;
  }

  AssessmentView view() {
    return new AssessmentView(
        id,
        round,
        number,
        appointmentId,
        assessedOn,
        result,
        Arrays.stream(Criterion.values()).map(this::found).toList(),
        acknowledgement,
        childrenSafeguardingConsidered,
        recordedAt,
        recordedBy);
  }

  private CriterionView found(Criterion criterion) {
    if (List.of(criteriaMet).contains(criterion.name())) {
      return new CriterionView(criterion, Finding.MET, null);
    }
    boolean notMet = List.of(criteriaNotMet).contains(criterion.name());
    return notMet
        ? new CriterionView(criterion, Finding.NOT_MET, criterion.effect())
        : new CriterionView(criterion, Finding.NOT_ASSESSED, null);
  }

  /**
   * What was found about one criterion.
   *
   * @param effect what follows when it is not met; absent otherwise
   */
  record CriterionView(Criterion criterion, Finding finding, @Nullable Effect effect) {}

  /** An assessment as it is shown, with every criterion. */
  record AssessmentView(
      UUID id,
      int round,
      int number,
      @Nullable UUID appointmentId,
      LocalDate assessedOn,
      AssessmentResult result,
      List<CriterionView> criteria,
      @Nullable Acknowledgement acknowledgement,
      @Nullable Boolean childrenSafeguardingConsidered,
      Instant recordedAt,
      String recordedBy) {

    static final String LISTED_EXAMPLE =
        """
        {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000061","round":1,"number":1,
         "appointmentId":"0197f3a0-1c00-7000-8000-000000000041","assessedOn":"2026-01-12",
         "result":"DEFER_STABILISE",
         "criteria":[{"criterion":"STABLE_SUBSTANCE_USE","finding":"NOT_MET",
           "effect":"DEFER_STABILISE"}],
         "acknowledgement":"PARTIAL","childrenSafeguardingConsidered":true,
         "recordedAt":"2026-01-12T15:00:00Z","recordedBy":"demo-assessor"}]}
        """;

    /** A page of assessments, for the description of the API. */
    @Schema(name = "AssessmentPage")
    record Listed(List<AssessmentView> items, @Nullable String next) {}
  }
}
