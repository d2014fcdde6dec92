package org.crossborough.programme.coverage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.programme.attendance.AttendanceLog;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that was ever written about a man's attendance. */
@Path("/v1/enrolments/{id}/attendance")
@RunOnVirtualThread
@Tag(name = "Attendance", description = "What happened at a session, in codes and minutes.")
class AttendanceHistoryResource {

  /** A page of the log, for the API description. */
  @Schema(name = "AttendancePage")
  record AttendancePage(List<AttendanceLog.Line> items, @Nullable String next) {}

  private final EnrolmentLedger enrolments;
  private final AttendanceLog attendance;

  AttendanceHistoryResource(EnrolmentLedger enrolments, AttendanceLog attendance) {
    this.enrolments = enrolments;
    this.attendance = attendance;
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(
      operationId = "listAttendance",
      summary = "List a man's attendance as it was written, corrections and all")
  @APIResponse(
      responseCode = "200",
      description = "A page of the log, newest line first; the highest revision stands",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AttendancePage.class),
              examples = @ExampleObject(name = "none", value = "{\"items\":[]}")))
  public Response list(
      UUID id,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<AttendanceLog.Line> found =
        attendance.history(enrolments.get(id).id(), Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(found, limit, AttendanceLog.Line::id, line -> line), request);
  }
}
