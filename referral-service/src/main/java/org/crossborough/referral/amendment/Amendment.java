package org.crossborough.referral.amendment;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.identity.Caller;
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

  @Enumerated(EnumType.STRING)
  private Side side;

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
    amendment.side = subject.side;
    return amendment;
  }

  UUID id() {
    return id;
  }

  /**
   * The amendment as one side may have it: staff all of it, a borough neither the names nor the
   * words of the programme's people, which may tell it of what is no business of its.
   */
  AmendmentView view(Side reader) {
    boolean others = reader == Side.BOROUGH && side == Side.PROGRAMME;
    return new AmendmentView(
        id, field, fromValue, toValue, others ? null : reason, at, others ? side.name() : madeBy);
  }

  /** Whose people somebody is one of. */
  enum Side {
    BOROUGH,
    PROGRAMME;

    static Side of(Caller caller) {
      return caller.scope().equals(Caller.EVERY_BOROUGH) ? PROGRAMME : BOROUGH;
    }
  }

  /** The referral that is amended, the borough whose it is, and the side that amends it. */
  record Subject(UUID referralId, String boroughCode, Side side) {}

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
      @Schema(description = "Absent for a borough where the programme amended")
          @Nullable String reason,
      Instant at,
      @Schema(
              description =
                  "A name; for a borough, PROGRAMME stands for whoever amended on the programme's"
                      + " side")
          String by) {

    static final String LISTED_EXAMPLE =
        """
        {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000051","field":"client.phone",
         "from":"020 7946 0000","to":"020 7946 0001","reason":"He has a new number",
         "at":"2026-01-07T09:00:00Z","by":"demo-borough-islington"}]}
        """;
  }
}
