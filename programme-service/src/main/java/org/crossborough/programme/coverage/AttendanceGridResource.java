package org.crossborough.programme.coverage;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.programme.attendance.AttendanceLog;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.participant.ParticipantName;
import org.crossborough.programme.participant.ParticipantNames;
import org.crossborough.programme.run.ScheduledRuns;
import org.crossborough.programme.session.SessionView;
import org.crossborough.programme.session.Timetable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The attendance of a whole group. */
@Path("/v1/runs/{id}/attendance-grid")
@RunOnVirtualThread
@Tag(name = "Attendance", description = "What happened at a session, in codes and minutes.")
class AttendanceGridResource {

  private final ScheduledRuns runs;
  private final Timetable timetable;
  private final EnrolmentLedger enrolments;
  private final AttendanceLog attendance;
  private final ParticipantNames names;

  AttendanceGridResource(
      ScheduledRuns runs,
      Timetable timetable,
      EnrolmentLedger enrolments,
      AttendanceLog attendance,
      ParticipantNames names) {
    this.runs = runs;
    this.timetable = timetable;
    this.enrolments = enrolments;
    this.attendance = attendance;
    this.names = names;
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(
      operationId = "getAttendanceGrid",
      summary = "Read a group's attendance at a glance",
      description =
          "Not paged: a run has few places. Men who were transferred away are shown with what they"
              + " attended here.")
  @APIResponse(
      responseCode = "200",
      description = "Sessions in their order, men in the order of allocation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AttendanceGrid.class),
              examples =
                  @ExampleObject(
                      name = "empty",
                      value =
                          """
                          {"runId":"019b7a10-0000-7000-8000-000000000011","sessions":[
                          {"sessionId":"019b7a10-0000-7000-8000-000000000021","index":1,
                          "date":"2026-02-02","status":"SCHEDULED"}],"men":[]}
                          """)))
  public AttendanceGrid get(UUID id) {
    UUID runId = runs.get(id).id();
    List<SessionView> sessions =
        timetable.of(List.of(runId)).getOrDefault(runId, List.of()).stream()
            .map(Timetable.Entry::session)
            .toList();
    Map<UUID, SessionView> byId = sessions.stream().collect(toMap(SessionView::id, identity()));
    List<Known> men = enrolments.everOfRun(runId);
    Map<UUID, ParticipantName> known = names.of(men.stream().map(Known::personId).toList());
    Map<UUID, List<AttendanceLog.Mark>> marks = attendance.of(men.stream().map(Known::id).toList());
    return new AttendanceGrid(
        runId,
        sessions.stream().map(AttendanceGrid.Column::of).toList(),
        men.stream()
            .map(man ->
                new AttendanceGrid.Row(
                    man.id(),
                    known.get(man.personId()),
                    man.status(),
                    man.attendedMinutes(),
                    man.countableMinutes(),
                    AttendanceGrid.Cell.of(marks.getOrDefault(man.id(), List.of()), byId)))
            .toList());
  }
}
