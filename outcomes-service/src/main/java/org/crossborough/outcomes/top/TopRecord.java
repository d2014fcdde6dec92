package org.crossborough.outcomes.top;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.contracts.OutcomesEvent;
import org.crossborough.contracts.OutcomesEvent.TopRecorded;
import org.crossborough.outcomes.form.FormVersion;
import org.crossborough.outcomes.form.Item;
import org.crossborough.outcomes.form.TopAnswer;
import org.crossborough.outcomes.form.TopReading;
import org.crossborough.outcomes.pairing.Measure;
import org.crossborough.outcomes.pairing.Stage;
import org.crossborough.outcomes.pathway.KnownReferral;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A TOP that was taken in. It never changes: what corrects it is a record of its own. */
@Entity
@Table(name = "top_record")
class TopRecord {

  @Id private UUID id;
  private UUID referralId;
  private String boroughCode;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  private LocalDate interviewedOn;

  @Enumerated(EnumType.STRING)
  private FormVersion formVersion;

  // For a page of records their answers are read together, not record by record.
  @ElementCollection
  @CollectionTable(name = "top_answer", joinColumns = @JoinColumn(name = "top_record_id"))
  @MapKeyColumn(name = "item")
  @MapKeyEnumerated(EnumType.STRING)
  @Fetch(FetchMode.SUBSELECT)
  private Map<Item, TopAnswer> answers = new EnumMap<>(Item.class);

  @ElementCollection
  @CollectionTable(name = "top_yes_no", joinColumns = @JoinColumn(name = "top_record_id"))
  @MapKeyColumn(name = "item")
  @MapKeyEnumerated(EnumType.STRING)
  @Column(name = "answer")
  @Fetch(FetchMode.SUBSELECT)
  private Map<Item, Boolean> yesNo = new EnumMap<>(Item.class);

  private @Nullable Integer psychologicalHealth;
  private @Nullable Integer physicalHealth;
  private @Nullable Integer qualityOfLife;
  private @Nullable Boolean inWindow;
  @Embedded private TopOrigin origin;
  private Instant receivedAt;

  @Column(name = "received_from")
  private String receivedFrom;

  private @Nullable String contentDigest;
  @Version private long version;

  private TopRecord() {}

  /** Takes in a form that was read without a fault. */
  static TopRecord receive(
      KnownReferral referral, TopReading reading, TopOrigin origin, Receipt receipt) {
    TopRecord top = new TopRecord();
    top.id = receipt.id();
    top.referralId = referral.referralId();
    top.boroughCode = referral.boroughCode();
    top.stage = reading.stage();
    top.interviewedOn = reading.interviewedOn();
    top.formVersion = reading.formVersion();
    top.answers.putAll(reading.answers());
    top.yesNo.putAll(reading.yesNo());
    top.psychologicalHealth = reading.psychologicalHealth();
    top.physicalHealth = reading.physicalHealth();
    top.qualityOfLife = reading.qualityOfLife();
    top.inWindow = reading.inWindow();
    top.origin = origin;
    top.receivedAt = receipt.at();
    top.receivedFrom = receipt.from();
    top.contentDigest = receipt.contentDigest();
    return top;
  }

  /**
   * The circumstances in which a form came.
   *
   * @param from the client that sent it
   * @param contentDigest of the form, to tell a repeat from another record under its reference
   */
  record Receipt(UUID id, Instant at, String from, String contentDigest) {}

  /** The fact that it was taken in; its answers stay here. */
  OutcomesEvent received() {
    return new TopRecorded(id, receivedAt, referralId, stage.name(), interviewedOn);
  }

  /** What metrics need of it. */
  Measure measure(UUID personId) {
    Map<String, Integer> days = new HashMap<>();
    Map<String, BigDecimal> amounts = new HashMap<>();
    answers.forEach((item, answer) -> {
      if (item.isProblemSubstance() && answer.total() != null) {
        days.put(item.field(), answer.total());
        if (answer.typicalAmount() != null) {
          amounts.put(item.field(), answer.typicalAmount());
        }
      }
    });
    return new Measure(
        id,
        personId,
        stage,
        interviewedOn,
        days,
        amounts,
        psychologicalHealth,
        physicalHealth,
        qualityOfLife,
        origin.careCoordinator(),
        origin.treatmentStartedOn(),
        inWindow);
  }

  /** How many of its questions were answered: the fuller of two duplicates is preferred. */
  int fullness() {
    long totals = answers.values().stream().filter(answer -> answer.total() != null).count();
    int ratings =
        (psychologicalHealth == null ? 0 : 1)
            + (physicalHealth == null ? 0 : 1)
            + (qualityOfLife == null ? 0 : 1);
    return Math.toIntExact(totals) + yesNo.size() + ratings;
  }

  /** What is odd about it, as long as it is. */
  List<Violation> warnings(Collection<UUID> duplicates) {
    List<Violation> warnings = new ArrayList<>();
    answers.forEach((item, answer) -> {
      boolean used = answer.total() != null && answer.total() > 0;
      if (answer.typicalAmount() != null && !used) {
        String field = item.path() + ".typicalAmount";
        warnings.add(new Violation(field, "WITHOUT_USE", "is given without any day of use"));
      }
    });
    if (Boolean.FALSE.equals(inWindow)) {
      warnings.add(
          new Violation("interviewDate", "OUT_OF_WINDOW", "is out of the window of its stage"));
    }
    if (!duplicates.isEmpty()) {
      warnings.add(
          new Violation("interviewDate", "DUPLICATE", "others are of the same stage and day"));
    }
    return warnings;
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

  String boroughCode() {
    return boroughCode;
  }

  FormVersion formVersion() {
    return formVersion;
  }

  Map<Item, TopAnswer> answers() {
    return Map.copyOf(answers);
  }

  Map<Item, Boolean> yesNo() {
    return Map.copyOf(yesNo);
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

  @Nullable Boolean inWindow() {
    return inWindow;
  }

  TopOrigin origin() {
    return origin;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  @Nullable String contentDigest() {
    return contentDigest;
  }
}
