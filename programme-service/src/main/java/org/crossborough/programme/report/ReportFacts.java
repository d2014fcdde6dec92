package org.crossborough.programme.report;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that a report can say. It is made of plain values of this package alone, so that no template
 * can bind to anything else: no clearance, no hold, no reason of a suspension or exit, no note.
 *
 * @param participant absent while the name is not known here, and once it is erased
 * @param status where the enrolment stands; never why
 */
@Schema(name = "Report")
record ReportFacts(
    Kind kind,
    LocalDate drawnUpOn,
    @Nullable Name participant,
    Programme programme,
    String status,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate endedOn,
    Hours hours,
    Attendance attendance,
    List<Module> modules,
    List<Review> reviews) {

  /** Which report it is. */
  @Schema(name = "ReportKind")
  enum Kind {
    PROGRESS,
    COMPLETION
  }

  /** What the man is called. */
  @Schema(name = "ReportName")
  record Name(String givenName, String familyName) {}

  /** The run he is on. */
  @Schema(name = "ReportProgramme")
  record Programme(String templateCode, LocalDate startsOn, LocalDate endsOn) {}

  /** Whole minutes; {@code minimumCountableMinutes} is what completion takes. */
  @Schema(name = "ReportHours")
  record Hours(int attendedMinutes, int countableMinutes, int minimumCountableMinutes) {}

  /** How many sessions there were for him, and how he attended them. */
  @Schema(name = "ReportAttendance")
  record Attendance(
      int sessionsRecorded,
      int attended,
      int attendedInPart,
      int madeUp,
      int absentAuthorised,
      int absentUnauthorised,
      int other) {}

  /** A module, covered or not. */
  @Schema(name = "ReportModule")
  record Module(String moduleCode, boolean covered) {}

  /** That progress was reviewed with him, and how far he takes responsibility. */
  @Schema(name = "ReportReview")
  record Review(String stage, LocalDate reviewedOn, String takingResponsibility) {}
}
