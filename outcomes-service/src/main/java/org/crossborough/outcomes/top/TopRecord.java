package org.crossborough.outcomes.top;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.crossborough.contracts.OutcomesEvent;
import org.crossborough.contracts.OutcomesEvent.TopRecorded;
import org.crossborough.outcomes.pairing.Measure;
import org.crossborough.outcomes.pairing.Stage;
import org.crossborough.outcomes.pathway.KnownReferral;
import org.jspecify.annotations.Nullable;

/** A TOP that was taken in. It never changes: a correction would be a record of its own. */
@Entity
@Table(name = "top_record")
class TopRecord {

  @Id private UUID id;

  @Column(name = "referral_id")
  private UUID referralId;

  @Column(name = "borough_code")
  private String boroughCode;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  @Column(name = "interviewed_on")
  private LocalDate interviewedOn;

  @Enumerated(EnumType.STRING)
  @Column(name = "form_version")
  private FormVersion formVersion;

  @ElementCollection
  @CollectionTable(name = "top_answer", joinColumns = @JoinColumn(name = "top_record_id"))
  @MapKeyColumn(name = "substance")
  @MapKeyEnumerated(EnumType.STRING)
  private Map<Substance, TopAnswer> answers = new EnumMap<>(Substance.class);

  @Column(name = "psychological_health")
  private @Nullable Integer psychologicalHealth;

  @Column(name = "physical_health")
  private @Nullable Integer physicalHealth;

  @Column(name = "quality_of_life")
  private @Nullable Integer qualityOfLife;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "received_from")
  private String receivedFrom;

  @Version private long version;

  private TopRecord() {}

  /** Takes in a form that was read without a fault. */
  static TopRecord receive(
      UUID id, KnownReferral referral, TopReading reading, Instant at, String from) {
    TopRecord top = new TopRecord();
    top.id = id;
    top.referralId = referral.referralId();
    top.boroughCode = referral.boroughCode();
    top.stage = reading.stage();
    top.interviewedOn = reading.interviewedOn();
    top.formVersion = reading.formVersion();
    top.answers.putAll(reading.answers());
    top.psychologicalHealth = reading.psychologicalHealth();
    top.physicalHealth = reading.physicalHealth();
    top.qualityOfLife = reading.qualityOfLife();
    top.receivedAt = at;
    top.receivedFrom = from;
    return top;
  }

  /** The fact that it was taken in; its answers stay here. */
  OutcomesEvent received() {
    return new TopRecorded(id, receivedAt, referralId, stage.name(), interviewedOn);
  }

  /** What metrics need of it. */
  Measure measure(UUID personId) {
    Map<String, Integer> days = new HashMap<>();
    answers.forEach((substance, answer) -> {
      if (substance != Substance.TOBACCO && answer.total() != null) {
        days.put(substance.field(), answer.total());
      }
    });
    return new Measure(id, personId, stage, interviewedOn, days, qualityOfLife);
  }

  StageOrder.Dated dated() {
    return new StageOrder.Dated(stage, interviewedOn);
  }

  UUID id() {
    return id;
  }

  UUID referralId() {
    return referralId;
  }

  FormVersion formVersion() {
    return formVersion;
  }

  Map<Substance, TopAnswer> answers() {
    return Map.copyOf(answers);
  }

  @Nullable Integer psychologicalHealth() {
    return psychologicalHealth;
  }

  @Nullable Integer physicalHealth() {
    return physicalHealth;
  }

  @Nullable Integer qualityOfLife() {
    return qualityOfLife;
  }

  long version() {
    return version;
  }
}
