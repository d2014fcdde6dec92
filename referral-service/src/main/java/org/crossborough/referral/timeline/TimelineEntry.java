package org.crossborough.referral.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param at when it was recorded; of a time limit, the beginning of the day on which it was met or
 *     of the first day on which it was late
 * @param code a status, a result, a time limit, …, by kind
 * @param on the day of the work, where that is given apart from when it was recorded
 * @param count of a receipt: for how many people
 * @param by who recorded it; for staff only
 * @param reasonCode why; for staff only
 */
record TimelineEntry(
    Instant at,
    Kind kind,
    String code,
    @Nullable LocalDate on,
    @Nullable Integer count,
    @Nullable String by,
    @Schema(
            description =
                "Of a STATUS, of the code list of the move as in the history; of an EXCEPTION,"
                    + " NoReceiptReason; of an APPOINTMENT, AppointmentCancellation")
        @Nullable String reasonCode) {

  /** What kinds of things happen, and whether a borough is told of them here. */
  @Schema(name = "TimelineKind")
  enum Kind {
    /** It came into a status. */
    STATUS(true),
    /** An assessment was recorded; the code is its result. */
    ASSESSMENT(false),
    /** Details of people at risk were received by the support service. */
    RECEIPT(true),
    /** A review was opened or closed; its reason is not known here. */
    PROGRAMME_REVIEW(false),
    /** It was given to somebody, or to nobody. */
    ASSIGNMENT(false),
    /** A field was put right; the code is its path in the form. */
    AMENDMENT(true),
    /** An appointment for an assessment was offered, or what became of it on its day. */
    APPOINTMENT(false),
    /** An exception to the receipt was proposed, decided or withdrawn. */
    EXCEPTION(false),
    /** The wait for a place was looked at. */
    WAITING_REVIEW(false),
    /** The man started on a run, or ended there. */
    ENROLMENT(true),
    /** A time limit was met, or became late. */
    TIME_LIMIT(false);

    private final boolean forBoroughs;

    Kind(boolean forBoroughs) {
      this.forBoroughs = forBoroughs;
    }

    /** What a borough is told of. */
    static Set<Kind> forBoroughs() {
      return Arrays.stream(values())
          .filter(kind -> kind.forBoroughs)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }
  }

  /** The entry without what only staff may see of it, a status in the borough's word. */
  TimelineEntry coarse() {
    String word = kind == Kind.STATUS ? ReferralStatus.valueOf(code).forBorough().name() : code;
    return new TimelineEntry(at, kind, word, on, count, null, null);
  }
}
