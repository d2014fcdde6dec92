package org.crossborough.programme.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.freetext.FreeText;
import org.crossborough.programme.staff.Act;
import org.crossborough.programme.staff.UserNames;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sessions, and their being held. */
@Path("/v1/sessions")
@RunOnVirtualThread
@Tag(name = "Sessions", description = "The occurrences of a run.")
class SessionResource {

  private static final int FACILITATORS_NEEDED = 2;
  private static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-000000000021","runId":"019b7a10-0000-7000-8000-000000000011",
      "index":1,"date":"2026-02-02","startTime":"10:00","plannedMinutes":300,"countableMinutes":150,
      "moduleCodes":["MASCULINITY"],"status":"HELD","actualMinutes":300,
      "facilitators":["demo-facilitator","demo-second-facilitator"],
      "plannedFacilitators":["demo-facilitator","demo-second-facilitator"],"parts":[]}
      """;

  /** How a session went. */
  @Schema(
      name = "HoldSession",
      examples =
"""
{"actualMinutes":150,"facilitators":["demo-facilitator","demo-second-facilitator"]}
""")
  record HoldSession(
      @NotNull @Min(1) @Max(720) Integer actualMinutes,
      @NotNull @Size(max = 10) List<@NotBlank @Size(max = 100) String> facilitators,
      @Nullable @Size(min = 1, max = 200) String exceptionReason) {

    Session.Holding holding() {
      List<String> distinct = UserNames.distinct(facilitators);
      if (distinct.isEmpty()
          || (distinct.size() < FACILITATORS_NEEDED && exceptionReason == null)) {
        throw RequestProblem.INVALID.of(
            List.of(
                new Violation(
                    "facilitators", "TOO_FEW", "two are needed, or one and an exceptionReason")));
      }
      return new Session.Holding(
          actualMinutes, distinct, FreeText.of("exceptionReason", exceptionReason));
    }
  }

  private final Sessions sessions;
  private final Timetable timetable;
  private final Outbox outbox;
  private final Clock clock;
  private final Caller caller;

  SessionResource(
      Sessions sessions, Timetable timetable, Outbox outbox, Clock clock, Caller caller) {
    this.sessions = sessions;
    this.timetable = timetable;
    this.outbox = outbox;
    this.clock = clock;
    this.caller = caller;
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(operationId = "getSession", summary = "Read a session")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SessionView.class),
              examples = @ExampleObject(name = "held", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such session for this caller")
  public Response get(UUID id) {
    Session session = sessions.get(id);
    return Answers.ok(session.version(), session.view());
  }

  @POST
  @Path("/{id}/holding")
  @Transactional
  @Idempotent
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "holdSession", summary = "Say that a session was held")
  @APIResponse(
      responseCode = "200",
      description = "The session, now held",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SessionView.class),
              examples = @ExampleObject(name = "held", value = EXAMPLE)))
  @APIResponse(responseCode = "400", description = "The body breaks a rule")
  @APIResponse(responseCode = "404", description = "No such session for this caller")
  @APIResponse(responseCode = "409", description = "Not scheduled any more, or not yet due")
  @APIResponse(responseCode = "412", description = "The session has changed since it was read")
  public Response hold(UUID id, @Valid @NotNull HoldSession request, @Context HttpHeaders headers) {
    // Of two who hold the last two sessions at once, the second finds that the run is over.
    EntityVersion.require(headers, timetable.locked(id).version());
    Session session = sessions.get(id);
    Act act = Act.of(caller, clock.instant());
    session.hold(request.holding(), act, LocalDate.now(clock));
    sessions.flush();
    timetable.finished(session.runId(), act.at()).ifPresent(outbox::publish);
    return Answers.ok(session.version(), session.view());
  }
}
