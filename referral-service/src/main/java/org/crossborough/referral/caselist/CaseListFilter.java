package org.crossborough.referral.caselist;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which referrals a case list shows; what is null does not narrow it.
 *
 * @param statuses empty for all
 * @param waitingSinceBefore on the waiting list since before that day
 * @param dueBefore something is due before that day
 * @param searched a part of the name or reference, normalised; of a part that very many have, the
 *     newest thousand are searched
 */
record CaseListFilter(
    @Nullable String borough,
    Set<ReferralStatus> statuses,
    @Nullable LocalDate waitingSinceBefore,
    @Nullable LocalDate dueBefore,
    @Nullable String assignee,
    @Nullable String searched) {

  /** The conditions, with the names of what they compare to. */
  List<String> conditions() {
    return Stream.of(
            when(borough != null, "e.borough_code = :borough"),
            when(statuses.size() == 1, "e.status = :status"),
            when(statuses.size() > 1, "e.status = one.status"),
            when(waitingSinceBefore != null, "e.waiting_since < :waitingSinceBefore"),
            when(dueBefore != null, "e.next_due_on < :dueBefore"),
            when(assignee != null, "e.assignee = :assignee"),
            when(searched != null, "e.referral_id in (select cases_with(:searched))"))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> when(boolean set, String condition) {
    return set ? List.of(condition) : List.of();
  }

  /**
   * The filter for the record of reads: what somebody typed, or whose cases they are, is no part.
   */
  String told() {
    return Stream.of(
            when(borough != null, "borough=" + borough),
            when(!statuses.isEmpty(), "status=" + statuses.stream().sorted().toList()),
            when(waitingSinceBefore != null, "waitingSinceBefore=" + waitingSinceBefore),
            when(dueBefore != null, "dueBefore=" + dueBefore),
            when(assignee != null, "assignee"),
            when(searched != null, "text"))
        .flatMap(List::stream)
        .reduce((one, other) -> one + " " + other)
        .orElse("all");
  }
}
