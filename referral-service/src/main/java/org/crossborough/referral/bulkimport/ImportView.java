package org.crossborough.referral.bulkimport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it is.
 *
 * @param rows how many rows the file has
 */
@Schema(name = "ReferralImport")
record ImportView(
    UUID id,
    ImportFile.Format format,
    State state,
    int rows,
    Counts counts,
    String submittedBy,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  static final String EXAMPLE =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000050","format":"CSV","state":"RUNNING","rows":120,
       "counts":{"pending":80,"created":37,"existing":1,"refused":2},
       "submittedBy":"demo-borough-islington","createdAt":"2026-01-06T09:00:00Z"}
      """;
  static final String LISTED = "{\"items\":[" + EXAMPLE + "]}";

  /** Where the work stands. */
  @Schema(name = "ImportState")
  enum State {
    /** No row was referred yet. */
    WAITING,
    RUNNING,
    /** Every row has its outcome. */
    DONE
  }

  /**
   * How many rows had which outcome.
   *
   * @param existing rows whose referral was there already
   */
  @Schema(name = "ImportCounts")
  record Counts(int pending, int created, int existing, int refused) {}

  /** A page of imports, for the description of the API. */
  @Schema(name = "ReferralImportPage")
  record Listed(List<ImportView> items, @Nullable String next) {}
}
