package org.crossborough.referral.exception;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.referral.decision.NoReceiptReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An exception to the receipt as it is shown.
 *
 * @param decidedBy who approved or refused it; absent until then
 */
record ExceptionView(
    UUID id,
    UUID referralId,
    NoReceiptReason code,
    String reason,
    ExceptionToReceipt.Status status,
    String proposedBy,
    Instant proposedAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable Instant withdrawnAt,
    long version) {

  static final String EXAMPLE =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000031",
       "referralId":"0197f3a0-1c00-7000-8000-000000000001",
       "code":"NO_PARTNER_OR_EX_IN_CONTACT_EVER",
       "reason":"Single for twelve years; confirmed by his keyworker.","status":"PROPOSED",
       "proposedBy":"demo-assessor","proposedAt":"2026-01-12T10:00:00Z","version":0}
      """;
  static final String LISTED_EXAMPLE =
      """
      {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000031",
       "referralId":"0197f3a0-1c00-7000-8000-000000000001",
       "code":"NO_PARTNER_OR_EX_IN_CONTACT_EVER",
       "reason":"Single for twelve years; confirmed by his keyworker.","status":"APPROVED",
       "proposedBy":"demo-assessor","proposedAt":"2026-01-12T10:00:00Z",
       "decidedBy":"demo-programme-manager","decidedAt":"2026-01-12T14:00:00Z","version":1}]}
      """;

  /** A page of exceptions, for the description of the API. */
  @Schema(name = "ReceiptExceptionPage")
  record Listed(List<ExceptionView> items, @Nullable String next) {}
}
