package org.crossborough.outcomes.topimport;

import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param number from 1; the header of a CSV file is not counted
 * @param recordReference the sender's own number of the record, where it has one
 * @param problem the type of the refusal, as {@code POST /v1/top-records} would have given it
 * @param violations the fields at fault
 */
@Schema(name = "TopImportRow")
record RowView(
    int number,
    Outcome outcome,
    @Nullable String recordReference,
    @Nullable UUID topRecordId,
    @Nullable String problem,
    @Nullable List<Violation> violations) {

  static final String LISTED =
      """
      {"items":[
        {"number":1,"outcome":"CREATED","recordReference":"TOP-1",
         "topRecordId":"0197f3a0-1c00-7000-8000-000000000002"},
        {"number":2,"outcome":"REFUSED","recordReference":"TOP-2",
         "problem":"/problems/request/invalid",
         "violations":[{"field":"qualityOfLife","code":"OUT_OF_RANGE",
                        "message":"must be from 0 to 20"}]}]}
      """;

  /** How a row ended. */
  @Schema(name = "TopImportRowOutcome")
  enum Outcome {
    PENDING,
    CREATED,
    /** The same record was there before. */
    EXISTING,
    REFUSED,
    /** The man has not consented: nothing of the row was taken. */
    WITHHELD
  }

  /** A page of rows, for the description of the API. */
  @Schema(name = "TopImportRowPage")
  record Listed(List<RowView> items, @Nullable String next) {}
}
