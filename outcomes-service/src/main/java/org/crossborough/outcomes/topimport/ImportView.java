package org.crossborough.outcomes.topimport;

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
@Schema(name = "TopImport")
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
      {"id":"0197f3a0-1c00-7000-8000-000000000060","format":"NDTMS","state":"RUNNING","rows":120,
       "counts":{"pending":80,"created":36,"existing":1,"refused":2,"withheld":1},
       "submittedBy":"demo-borough-islington","createdAt":"2026-02-06T09:00:00Z"}
      """;
  static final String LISTED = "{\"items\":[" + EXAMPLE + "]}";

  /** Where the work stands. */
  @Schema(name = "TopImportState")
  enum State {
    /** No row was dealt with yet. */
    WAITING,
    RUNNING,
    /** Every row has its outcome. */
    DONE
  }

  /**
   * How many rows had which outcome.
   *
   * @param existing rows whose record was there already
   * @param withheld rows of men who have not consented, of which nothing was taken
   */
  @Schema(name = "TopImportCounts")
  record Counts(int pending, int created, int existing, int refused, int withheld) {}

  /** A page of imports, for the description of the API. */
  @Schema(name = "TopImportPage")
  record Listed(List<ImportView> items, @Nullable String next) {}
}
