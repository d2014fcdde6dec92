package org.crossborough.referral.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review as the one who opened it sees it, in the answer to opening and closing it.
 *
 * @param reviewOn its last day in London
 * @param closedAt absent while it is open
 */
record ProgrammeReviewView(
    UUID id,
    UUID referralId,
    Instant openedAt,
    @Nullable LocalDate reviewOn,
    @Nullable Instant closedAt) {

  static final String OPENED =
      """
      {"id":"0197f3a0-1c00-7000-8000-0000000000d1",
       "referralId":"0197f3a0-1c00-7000-8000-000000000001",
       "openedAt":"2026-02-10T09:00:00Z","reviewOn":"2026-03-02"}
      """;

  static final String CLOSED =
      """
      {"id":"0197f3a0-1c00-7000-8000-0000000000d1",
       "referralId":"0197f3a0-1c00-7000-8000-000000000001",
       "openedAt":"2026-02-10T09:00:00Z","reviewOn":"2026-03-02",
       "closedAt":"2026-02-17T09:00:00Z"}
      """;
}
