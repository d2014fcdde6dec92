package org.crossborough.programme.attendance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.session.Timetable;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of a session. */
@Path("/v1/sessions/{id}/register")
@RunOnVirtualThread
@Tag(name = "Attendance", description = "What happened at a session, in codes and minutes.")
class RegisterResource {

  private final Timetable timetable;
  private final TakeRegister register;
  private final Attendances attendances;
  private final Clock clock;
  private final Caller caller;

  RegisterResource(
      Timetable timetable,
      TakeRegister register,
      Attendances attendances,
      Clock clock,
      Caller caller) {
    this.timetable = timetable;
    this.register = register;
    this.attendances = attendances;
    this.clock = clock;
    this.caller = caller;
  }

  @PUT
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(
      operationId = "takeRegister",
      summary = "Take or correct the register of a held session, all of it or nothing")
  @APIResponse(
      responseCode = "200",
      description = "What now stands for those who were named",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RegisterView.class),
              examples =
                  @ExampleObject(
                      name = "taken",
                      value =
                          """
                          {"sessionId":"019b7a10-0000-7000-8000-000000000021","entries":[
                          {"enrolmentId":"019b7a10-0000-7000-8000-000000000031","code":"ATTENDED",
                          "attendedMinutes":300,"countableMinutes":150,"revision":1}]}
                          """)))
  @APIResponse(responseCode = "400", description = "A line breaks a rule; nothing was stored")
  @APIResponse(responseCode = "404", description = "No such session for this caller")
  @APIResponse(
      responseCode = "409",
      description = "Not held, or somebody may not take part; nothing was stored")
  @APIResponse(responseCode = "412", description = "The session has changed since it was read")
  public Response take(UUID id, @Valid @NotNull Register request, @Context HttpHeaders headers) {
    RegisterSheet session = timetable.sheet(id);
    EntityVersion.require(headers, session.version());
    boolean changed = register.take(session, request, Act.of(caller, clock.instant()));
    long version = changed ? timetable.registerChanged(id) : session.version();
    return Answers.ok(version, view(id, request));
  }

  private RegisterView view(UUID sessionId, Register request) {
    Map<UUID, Attendance> standing = attendances.standing(sessionId);
    List<RegisterView.Line> lines =
        request.entries().stream()
            .map(entry -> Objects.requireNonNull(standing.get(entry.enrolmentId())))
            .map(RegisterView.Line::of)
            .toList();
    return new RegisterView(sessionId, lines);
  }
}
