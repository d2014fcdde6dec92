package org.crossborough.referral.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.crossborough.contracts.ReferralEvent.ScreeningRecorded;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.screening.ScreeningAnswers.Disclosure;
import org.crossborough.referral.screening.ScreeningAnswers.Interpreter;
import org.crossborough.referral.screening.ScreeningAnswers.Result;
import org.crossborough.referral.screening.ScreeningAnswers.ScreenedBy;

/** A screening that was made; it is never changed. */
@Entity
@Table(name = "screening")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class Screening {

  static final String EXAMPLE =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000004","boroughCode":"E09000019",
       "instrumentCode":"DEMO_PERPETRATION","instrumentVersion":1,
       "screenedAt":"2026-01-05T10:00:00Z","result":"POSITIVE_REFER"}
      """;

  @Id private UUID id;
  private String boroughCode;
  private String instrumentCode;
  private int instrumentVersion;
  private Instant screenedAt;

  @Enumerated(EnumType.STRING)
  private ScreenedBy screenedByRole;

  private boolean seenAlone;
  private boolean confidentialityExplained;

  @Enumerated(EnumType.STRING)
  private Interpreter interpreterUsed;

  @Column(name = "disclosed_physical_12m")
  @Enumerated(EnumType.STRING)
  private Disclosure disclosedPhysical;

  @Column(name = "disclosed_sexual_12m")
  @Enumerated(EnumType.STRING)
  private Disclosure disclosedSexual;

  @Column(name = "disclosed_coercive_control_12m")
  @Enumerated(EnumType.STRING)
  private Disclosure disclosedCoerciveControl;

  @Column(name = "disclosed_emotional_12m")
  @Enumerated(EnumType.STRING)
  private Disclosure disclosedEmotional;

  @Column(name = "disclosed_economic_12m")
  @Enumerated(EnumType.STRING)
  private Disclosure disclosedEconomic;

  private boolean immediateRiskIdentified;
  private String[] safeguardingActions;

  @Enumerated(EnumType.STRING)
  private Result result;

  private boolean clientAgreesToReferral;
  private boolean partnerDetailsAgreed;
  private Instant recordedAt;
  private String recordedBy;

  private Screening() {}

  static Screening of(UUID id, RecordScreening form, Occasion occasion) {
    Screening screening = new Screening();
    screening.id = id;
    screening.take(form);
    screening.takeDisclosures(form);
    screening.recordedAt = occasion.at();
    screening.recordedBy = occasion.by();
    return screening;
  }

  private void take(RecordScreening form) {
    boroughCode = form.boroughCode();
    instrumentCode = form.instrumentCode();
    instrumentVersion = form.instrumentVersion();
    screenedAt = form.screenedAt().truncatedTo(ChronoUnit.MICROS);
    screenedByRole = form.screenedByRole();
    seenAlone = form.seenAlone();
    confidentialityExplained = form.confidentialityExplained();
    interpreterUsed = form.interpreterUsed();
    immediateRiskIdentified = form.immediateRiskIdentified();
    safeguardingActions =
        form.safeguardingActions().stream().map(Enum::name).sorted().toArray(String[]::new);
    result = form.result();
    clientAgreesToReferral = form.clientAgreesToReferral();
    partnerDetailsAgreed = form.partnerDetailsAgreed();
  }

  private void takeDisclosures(RecordScreening form) {
    disclosedPhysical = form.disclosedPhysical12m();
    disclosedSexual = form.disclosedSexual12m();
    disclosedCoerciveControl = form.disclosedCoerciveControl12m();
    disclosedEmotional = form.disclosedEmotional12m();
    disclosedEconomic = form.disclosedEconomic12m();
  }

  ScreeningRecorded recorded() {
    LocalDate day = Occasion.londonDay(screenedAt);
    return new ScreeningRecorded(id, recordedAt, boroughCode, instrumentCode, result.name(), day);
  }

  ScreeningView view() {
    return new ScreeningView(
        id, boroughCode, instrumentCode, instrumentVersion, screenedAt, result);
  }

  /** A screening as it is shown. */
  record ScreeningView(
      UUID id,
      String boroughCode,
      String instrumentCode,
      int instrumentVersion,
      Instant screenedAt,
      Result result) {}
}
