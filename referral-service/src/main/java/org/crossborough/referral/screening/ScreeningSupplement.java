package org.crossborough.referral.screening;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.instrument.Outcome;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A second instrument that was answered at a screening, such as AUDIT-C. */
@Entity
@Table(name = "screening_supplement")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class ScreeningSupplement {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "screening_id")
  private Screening screening;

  private String boroughCode;
  private String instrumentCode;
  private int instrumentVersion;

  @Convert(converter = AnswersColumn.class)
  @ColumnTransformer(write = AnswersColumn.WRITE)
  private Map<String, Object> answers;

  @Convert(converter = AnswersColumn.class)
  @ColumnTransformer(write = AnswersColumn.WRITE)
  private Map<String, Object> scores;

  @Enumerated(EnumType.STRING)
  private @Nullable Outcome outcome;

  private ScreeningSupplement() {}

  static ScreeningSupplement of(
      Screening screening, String boroughCode, Readings.Supplement answered) {
    ScreeningSupplement supplement = new ScreeningSupplement();
    supplement.id = Ids.next();
    supplement.screening = screening;
    supplement.boroughCode = boroughCode;
    supplement.instrumentCode = answered.sent().instrumentCode();
    supplement.instrumentVersion = answered.sent().instrumentVersion();
    supplement.answers = new TreeMap<>(answered.sent().answers());
    supplement.scores = new TreeMap<>(answered.reading().scores());
    supplement.outcome = answered.reading().outcome();
    return supplement;
  }

  ScreeningView.SupplementView view() {
    return new ScreeningView.SupplementView(
        instrumentCode, instrumentVersion, answers, scores, outcome);
  }
}
