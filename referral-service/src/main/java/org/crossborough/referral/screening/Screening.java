package org.crossborough.referral.screening;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ReferralEvent.ScreeningRecorded;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.instrument.CommonAnswers.Acknowledgement;
import org.crossborough.referral.instrument.CommonAnswers.Disclosure;
import org.crossborough.referral.instrument.CommonAnswers.InstrumentalUse;
import org.crossborough.referral.instrument.CommonAnswers.LastIncident;
import org.crossborough.referral.instrument.CommonAnswers.RelationshipStatus;
import org.crossborough.referral.instrument.Outcome;
import org.crossborough.referral.screening.ScreeningAnswers.Interpreter;
import org.crossborough.referral.screening.ScreeningAnswers.Result;
import org.crossborough.referral.screening.ScreeningAnswers.ScreenedBy;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A screening that was made; it is never changed. */
@Entity
@Table(name = "screening")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class Screening {

  @Id private UUID id;
  private String boroughCode;
  private String instrumentCode;
  private int instrumentVersion;
  private Instant screenedAt;

  @Enumerated(EnumType.STRING)
  private ScreenedBy screenedByRole;

  private @Nullable String screeningOrganisation;
  private boolean seenAlone;
  private boolean confidentialityExplained;

  @Enumerated(EnumType.STRING)
  private Interpreter interpreterUsed;

  private String @Nullable [] currentSubstances;
  private @Nullable Integer auditScore;
  private @Nullable Integer duditScore;

  @Enumerated(EnumType.STRING)
  private @Nullable RelationshipStatus relationshipStatus;

  private @Nullable Boolean livesWithPartner;

  @Column(name = "children_under_18_in_contact")
  private @Nullable Boolean childrenInContact;

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

  @Enumerated(EnumType.STRING)
  private @Nullable Disclosure disclosedEver;

  @Enumerated(EnumType.STRING)
  private @Nullable InstrumentalUse substanceUsedInstrumentally;

  @Enumerated(EnumType.STRING)
  private @Nullable LastIncident lastIncidentBand;

  @Enumerated(EnumType.STRING)
  private @Nullable Acknowledgement acknowledgesBehaviour;

  private boolean immediateRiskIdentified;
  private String[] safeguardingActions;

  @Convert(converter = AnswersColumn.class)
  @ColumnTransformer(write = AnswersColumn.WRITE)
  private @Nullable Map<String, Object> answers;

  @Enumerated(EnumType.STRING)
  private @Nullable Outcome outcome;

  @Enumerated(EnumType.STRING)
  private Result result;

  private boolean clientAgreesToReferral;
  private boolean partnerDetailsAgreed;
  private Instant recordedAt;
  private String recordedBy;

  @OneToMany(mappedBy = "screening", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<ScreeningSupplement> supplements = new ArrayList<>();

  private Screening() {}

  static Screening of(RecordScreening form, Readings readings, Occasion occasion) {
    Screening screening = new Screening();
    screening.id = Ids.next();
    screening.takeOccasion(form);
    screening.takeDisclosures(form);
    screening.takeBackground(form);
    screening.takeResult(form);
    screening.outcome = readings.outcome();
    readings
        .supplements()
        .forEach(answered ->
            screening.supplements.add(
                ScreeningSupplement.of(screening, form.boroughCode(), answered)));
    screening.recordedAt = occasion.at();
    screening.recordedBy = occasion.by();
    return screening;
  }

  private void takeOccasion(RecordScreening form) {
    boroughCode = form.boroughCode();
    instrumentCode = form.instrumentCode();
    instrumentVersion = form.instrumentVersion();
    screenedAt = form.screenedAt().truncatedTo(ChronoUnit.MICROS);
    screenedByRole = form.screenedByRole();
    screeningOrganisation = form.screeningOrganisation();
    seenAlone = form.seenAlone();
    confidentialityExplained = form.confidentialityExplained();
    interpreterUsed = form.interpreterUsed();
  }

  private void takeDisclosures(RecordScreening form) {
    disclosedPhysical = form.disclosedPhysical12m();
    disclosedSexual = form.disclosedSexual12m();
    disclosedCoerciveControl = form.disclosedCoerciveControl12m();
    disclosedEmotional = form.disclosedEmotional12m();
    disclosedEconomic = form.disclosedEconomic12m();
    disclosedEver = form.disclosedEver();
    substanceUsedInstrumentally = form.substanceUsedInstrumentally();
    lastIncidentBand = form.lastIncidentBand();
    acknowledgesBehaviour = form.acknowledgesBehaviour();
    answers = form.answers() == null ? null : new TreeMap<>(form.answers());
  }

  private void takeBackground(RecordScreening form) {
    currentSubstances = form.currentSubstances() == null ? null : names(form.currentSubstances());
    auditScore = form.auditScore();
    duditScore = form.duditScore();
    relationshipStatus = form.relationshipStatus();
    livesWithPartner = form.livesWithPartner();
    childrenInContact = form.childrenUnder18InContact();
  }

  private void takeResult(RecordScreening form) {
    immediateRiskIdentified = form.immediateRiskIdentified();
    safeguardingActions = names(form.safeguardingActions());
    result = form.result();
    clientAgreesToReferral = form.clientAgreesToReferral();
    partnerDetailsAgreed = form.partnerDetailsAgreed();
  }

  private static String[] names(Collection<? extends Enum<?>> codes) {
    return codes.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  UUID id() {
    return id;
  }

  /**
   * What others are told: that a screening was made and what it came to. Nothing, when the man may
   * be harmed himself; see docs/decisions/0011-possible-victims-are-not-told.md.
   */
  Optional<ScreeningRecorded> recorded() {
    if (result == Result.POSSIBLE_VICTIM) {
      return Optional.empty();
    }
    LocalDate day = Occasion.londonDay(screenedAt);
    return Optional.of(
        new ScreeningRecorded(id, recordedAt, boroughCode, instrumentCode, result.name(), day));
  }

  ScreeningView.Summary summary() {
    return new ScreeningView.Summary(
        id, boroughCode, instrumentCode, instrumentVersion, screenedAt, result);
  }

  ScreeningView view(ScreeningConfig config) {
    return new ScreeningView(
        id,
        boroughCode,
        instrumentCode,
        instrumentVersion,
        screenedAt,
        result,
        outcome,
        screenedByRole,
        screeningOrganisation,
        interpreterUsed,
        currentSubstances == null ? null : List.of(currentSubstances),
        auditScore,
        duditScore,
        relationshipStatus,
        livesWithPartner,
        childrenInContact,
        disclosedPhysical,
        disclosedSexual,
        disclosedCoerciveControl,
        disclosedEmotional,
        disclosedEconomic,
        disclosedEver,
        substanceUsedInstrumentally,
        lastIncidentBand,
        acknowledgesBehaviour,
        immediateRiskIdentified,
        List.of(safeguardingActions),
        clientAgreesToReferral,
        partnerDetailsAgreed,
        answers,
        supplements.stream().map(ScreeningSupplement::view).toList(),
        Signpost.after(result, config.signposts()),
        recordedAt);
  }
}
