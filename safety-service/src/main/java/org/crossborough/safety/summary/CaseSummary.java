package org.crossborough.safety.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.dash.RiskLevel;
import org.crossborough.safety.task.ContactTrigger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands. It names nobody and has no words of hers: each part says where the rest is.
 *
 * @param tasks what is to be done, the most pressing first
 * @param risk the assessment that counts; none while there is none
 * @param marac the last referral to the conference
 * @param safetyPlan the version that counts
 */
record CaseSummary(
    UUID id,
    String status,
    int contactTier,
    @Nullable Instant nextContactDueAt,
    Contact contact,
    List<Task> tasks,
    @Nullable Risk risk,
    @Nullable Marac marac,
    @Nullable Plan safetyPlan,
    Children children,
    String href) {

  /** When and how she can be contacted next; nothing where no safe time comes. */
  @Schema(name = "SummaryContact")
  record Contact(@Nullable NextSafeContact next, String href) {}

  /** Something to be done. */
  @Schema(name = "SummaryTask")
  record Task(ContactTrigger trigger, Instant dueAt, boolean late) {}

  /** How much risk she was found to be at. */
  @Schema(name = "SummaryRisk")
  record Risk(RiskLevel level, LocalDate assessedOn, String href) {}

  /** How far the last referral to the conference has come. */
  @Schema(name = "SummaryMarac")
  record Marac(
      String status,
      LocalDate referredOn,
      @Nullable LocalDate meetingOn,
      boolean late,
      String href) {}

  /** Her plan, and whether the day has passed on which it was to be gone through again. */
  @Schema(name = "SummaryPlan")
  record Plan(int version, LocalDate reviewOn, boolean overdue, String href) {}

  /** How many children on the case were under 18 when they were recorded. */
  @Schema(name = "SummaryChildren")
  record Children(long underEighteen, String href) {}
}
