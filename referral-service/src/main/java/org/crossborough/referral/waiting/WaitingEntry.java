package org.crossborough.referral.waiting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One man on the waiting list.
 *
 * @param position his place among all who wait, in every borough, from 1; it closes up when others
 *     leave
 * @param reviewOn by when his wait is to be looked at again
 * @param reviewOverdue whether that day has passed
 */
record WaitingEntry(
    UUID referralId,
    String reference,
    String referringBoroughCode,
    long position,
    LocalDate acceptedOn,
    LocalDate waitingSince,
    LocalDate reviewOn,
    boolean reviewOverdue) {

  static final String LISTED_EXAMPLE =
      """
      {"items":[{"referralId":"0197f3a0-1c00-7000-8000-000000000001","reference":"7K2M9-QX4TC",
       "referringBoroughCode":"E09000019","position":1,"acceptedOn":"2026-01-13",
       "waitingSince":"2026-01-14","reviewOn":"2026-02-11","reviewOverdue":false}]}
      """;

  /** A page of the waiting list, for the description of the API. */
  @Schema(name = "WaitingListPage")
  record Listed(List<WaitingEntry> items, @Nullable String next) {}
}
