package org.crossborough.referral.lifecycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.assessment.AssessmentResult;
import org.crossborough.referral.form.Occasion;

/** One suitability session the man came to. */
@Entity
@Table(name = "assessment")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class Assessment {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "referral_id")
  private Referral referral;

  private String boroughCode;
  private int number;
  private LocalDate assessedOn;

  @Enumerated(EnumType.STRING)
  private AssessmentResult result;

  private Instant recordedAt;
  private String recordedBy;

  private Assessment() {}

  static Assessment of(Referral referral, int number, Finding finding, Occasion occasion) {
    Assessment assessment = new Assessment();
    assessment.id = Ids.next();
    assessment.referral = referral;
    assessment.boroughCode = referral.referringBoroughCode();
    assessment.number = number;
    assessment.assessedOn = finding.assessedOn;
    assessment.result = finding.result;
    assessment.recordedAt = occasion.at();
    assessment.recordedBy = occasion.by();
    return assessment;
  }

  /** What an assessor found, and on which day. */
  record Finding(AssessmentResult result, LocalDate assessedOn) {}
}
