package org.crossborough.referral.bulkimport;

import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param number from 1; the header of a CSV file is not counted
 * @param externalReference absent when the row could not be read that far
 * @param problem the type of the refusal, as {@code POST /v1/referrals} would have given it
 * @param violations the fields at fault
 */
@Schema(name = "ReferralImportRow")
record RowView(
    int number,
    Outcome outcome,
    @Nullable String externalReference,
    @Nullable UUID referralId,
    @Nullable String problem,
    @Nullable List<Violation> violations) {

  static final String LISTED =
      """
      {"items":[
        {"number":1,"outcome":"CREATED","externalReference":"ISL-0001",
         "referralId":"0197f3a0-1c00-7000-8000-000000000001"},
        {"number":2,"outcome":"REFUSED","externalReference":"ISL-0002",
         "problem":"/problems/request/invalid",
         "violations":[{"field":"client.postcode","code":"PATTERN","message":"is no postcode"}]}]}
      """;

  /** How a row ended. */
  @Schema(name = "ImportRowOutcome")
  enum Outcome {
    PENDING,
    CREATED,
    /** The same reference with the same screening was there before. */
    EXISTING,
    REFUSED
  }

  /** A page of rows, for the description of the API. */
  @Schema(name = "ReferralImportRowPage")
  record Listed(List<RowView> items, @Nullable String next) {}
}
