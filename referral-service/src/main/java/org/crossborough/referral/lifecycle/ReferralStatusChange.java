package org.crossborough.referral.lifecycle;

import jakarta.persistence.Column;
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
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One move in a referral's history: from, to, when, by whom and why. */
@Entity
@Table(name = "referral_status_change")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class ReferralStatusChange {

  static final String EXAMPLE =
      """
      [{"to":"RECEIVED","at":"2026-01-06T09:00:00Z","by":"demo-borough-islington"},
       {"from":"RECEIVED","to":"IN_TRIAGE","at":"2026-01-07T09:00:00Z",
        "by":"demo-referral-coordinator"}]
      """;

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "referral_id")
  private Referral referral;

  private String boroughCode;

  @Enumerated(EnumType.STRING)
  private ReferralTransition transition;

  @Enumerated(EnumType.STRING)
  private @Nullable ReferralStatus fromStatus;

  @Enumerated(EnumType.STRING)
  private ReferralStatus toStatus;

  private Instant at;

  @Column(name = "by")
  private String madeBy;

  private LocalDate effectiveOn;
  private @Nullable String reasonCode;

  private ReferralStatusChange() {}

  static ReferralStatusChange of(Referral referral, @Nullable ReferralStatus from, Move move) {
    ReferralStatusChange change = new ReferralStatusChange();
    change.id = Ids.next();
    change.referral = referral;
    change.boroughCode = referral.referringBoroughCode();
    change.transition = move.transition;
    change.fromStatus = from;
    change.toStatus = move.transition.to();
    change.at = move.occasion.at();
    change.madeBy = move.occasion.by();
    change.effectiveOn = move.effectiveOn;
    change.reasonCode = move.reasonCode;
    return change;
  }

  UUID id() {
    return id;
  }

  ChangeView view() {
    return new ChangeView(fromStatus, toStatus, at, madeBy, reasonCode);
  }

  /** A move to be made: what, when, on which day it counts, and why. */
  record Move(
      ReferralTransition transition,
      Occasion occasion,
      LocalDate effectiveOn,
      @Nullable String reasonCode) {

    /** A move that counts from today and needs no reason. */
    static Move now(ReferralTransition transition, Occasion occasion) {
      return new Move(transition, occasion, occasion.today(), null);
    }
  }

  /** A move as it is shown. */
  @Schema(name = "ReferralStatusChange")
  record ChangeView(
      @Nullable ReferralStatus from,
      ReferralStatus to,
      Instant at,
      String by,
      @Schema(
              description =
                  "Of the code list of the move: DeclineReason, RedirectionReason, WithdrawalReason,"
                      + " DeferralReason or ReopeningReason; NO_RESPONSE, NO_CONTACT and DUPLICATE"
                      + " are those of the closures of that name")
          @Nullable String reasonCode) {}
}
