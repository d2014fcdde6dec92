package org.crossborough.referral.amendment;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** That one field of a referral was put right: by whom, when, from what, to what and why. */
@Entity
@Table(name = "referral_amendment")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class Amendment {

  @Id private UUID id;
  private UUID referralId;
  private String boroughCode;
  private String field;

  @ColumnTransformer(write = "?::jsonb")
  private @Nullable String fromValue;

  @ColumnTransformer(write = "?::jsonb")
  private @Nullable String toValue;

  private String reason;
  private Instant at;

  @Column(name = "by")
  private String madeBy;

  private Amendment() {}

  static Amendment of(Subject subject, Changed changed, String reason, Occasion occasion) {
    Amendment amendment = new Amendment();
    amendment.id = Ids.next();
    amendment.referralId = subject.referralId;
    amendment.boroughCode = subject.boroughCode;
    amendment.field = changed.field;
    amendment.fromValue = changed.from;
    amendment.toValue = changed.to;
    amendment.reason = reason;
    amendment.at = occasion.at();
    amendment.madeBy = occasion.by();
    return amendment;
  }

  UUID id() {
    return id;
  }

  AmendmentView view() {
    return new AmendmentView(id, field, fromValue, toValue, reason, at, madeBy);
  }

  /** The referral that is amended, and the borough whose it is. */
  record Subject(UUID referralId, String boroughCode) {}

  /**
   * One field that changed.
   *
   * @param from what it was, as JSON; null for nothing
   * @param to what it is, as JSON; null for nothing
   */
  record Changed(String field, @Nullable String from, @Nullable String to) {}

  /** An amendment as it is shown; what there was not, or is no longer, is absent. */
  record AmendmentView(
      UUID id,
      String field,
      @Schema(description = "What it was") @JsonRawValue @Nullable String from,
      @Schema(description = "What it is") @JsonRawValue @Nullable String to,
      String reason,
      Instant at,
      String by) {

    static final String LISTED_EXAMPLE =
        """
        {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000051","field":"client.phone",
         "from":"020 7946 0000","to":"020 7946 0001","reason":"He has a new number",
         "at":"2026-01-07T09:00:00Z","by":"demo-borough-islington"}]}
        """;
  }
}
