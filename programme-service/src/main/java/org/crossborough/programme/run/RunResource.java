package org.crossborough.programme.run;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.programme.session.Timetable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs and their timetables. */
@Path("/v1/runs")
@RunOnVirtualThread
@Tag(name = "Runs", description = "Dated deliveries of a programme in one borough.")
class RunResource {

  private static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-000000000011","templateCode":"MEN_AND_MASCULINITIES",
      "templateVersion":1,"boroughCode":"E09000019","startsOn":"2026-02-02","endsOn":"2026-03-20",
      "capacity":15,"minimumCountableMinutes":1800,"status":"PLANNED","intake":"CLOSED",
      "facilitators":["demo-facilitator","demo-second-facilitator"],
      "sessions":[{"id":"019b7a10-0000-7000-8000-000000000021",
      "runId":"019b7a10-0000-7000-8000-000000000011","index":1,"date":"2026-02-02",
      "startTime":"10:00","plannedMinutes":300,"countableMinutes":150,
      "moduleCodes":["MASCULINITY"],"status":"SCHEDULED",
      "plannedFacilitators":["demo-facilitator","demo-second-facilitator"],"parts":[]}]}
      """;

  private static final String REQUEST =
      """
      {"templateCode":"MEN_AND_MASCULINITIES_WEEKLY","templateVersion":1,
      "boroughCode":"E09000019","venue":"Example House","startsOn":"2027-01-12","capacity":12,
      "facilitators":["demo-facilitator","demo-second-facilitator"],
      "schedule":{"startTime":"18:00"},"intake":"ROLLING","intakeEveryWeeks":6}
      """;

  /** A page of runs, for the API description. */
  @Schema(name = "RunPage")
  record RunPage(List<RunView> items, @Nullable String next) {}

  /** Why a run is cancelled. */
  @Schema(name = "CancelRun", examples = "{\"reasonCode\":\"TOO_FEW_PARTICIPANTS\"}")
  record CancelRun(@NotNull RunCancelReason reasonCode) {}

  private final Runs runs;
  private final Timetable timetable;
  private final ScheduleNewRun schedule;
  private final ChangeTimetable change;

  RunResource(Runs runs, Timetable timetable, ScheduleNewRun schedule, ChangeTimetable change) {
    this.runs = runs;
    this.timetable = timetable;
    this.schedule = schedule;
    this.change = change;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "scheduleRun",
      summary = "Schedule a run with all its sessions",
      description =
          "With `schedule`, the sessions follow from the template, the first day and the pattern;"
              + " bank holidays are passed over. With `sessions`, they are taken as given.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScheduleRun.class),
              examples = @ExampleObject(name = "pattern", value = REQUEST)))
  @APIResponse(
      responseCode = "201",
      description = "The run, planned",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RunView.class),
              examples = @ExampleObject(name = "planned", value = EXAMPLE)))
  @APIResponse(responseCode = "400", description = "The body breaks a rule")
  @APIResponse(
      responseCode = "409",
      description = "A facilitator or the venue is taken at the time of a session to come")
  @APIResponse(responseCode = "422", description = "The key was used for another request")
  public Response schedule(@Valid @NotNull ScheduleRun request) {
    ProgrammeRun run = schedule.schedule(request);
    List<Timetable.Entry> sessions = sessions(run.id());
    return Answers.created(
        "/v1/runs/" + run.id(), RunView.version(run, sessions), RunView.of(run, sessions));
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(operationId = "listRuns", summary = "List runs, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of runs",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RunPage.class),
              examples = @ExampleObject(name = "last", value = "{\"items\":[]}")))
  @APIResponse(responseCode = "400", description = "A limit or cursor that is not taken")
  public Response list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<ProgrammeRun> found = runs.newestBefore(Cursor.before(cursor), Page.rows(limit));
    Map<UUID, List<Timetable.Entry>> sessions =
        timetable.of(found.stream().map(ProgrammeRun::id).toList());
    Page<RunView> page =
        Page.of(
            found,
            limit,
            ProgrammeRun::id,
            run -> RunView.of(run, sessions.getOrDefault(run.id(), List.of())));
    return Answers.page(page, request);
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(operationId = "getRun", summary = "Read a run")
  @APIResponse(
      responseCode = "200",
      description = "The run",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RunView.class),
              examples = @ExampleObject(name = "planned", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such run for this caller")
  public Response get(UUID id) {
    ProgrammeRun run = runs.get(id);
    List<Timetable.Entry> sessions = sessions(id);
    return Answers.ok(RunView.version(run, sessions), RunView.of(run, sessions));
  }

  @POST
  @Path("/{id}/cancellation")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "cancelRun",
      summary = "Cancel a run and all its sessions that are still to come")
  @APIResponse(
      responseCode = "200",
      description = "The run, cancelled; what was held stays held",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RunView.class),
              examples = @ExampleObject(name = "cancelled", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such run for this caller")
  @APIResponse(responseCode = "409", description = "Finished or cancelled already")
  @APIResponse(responseCode = "412", description = "The run has changed since it was read")
  public Response cancel(UUID id, @Valid @NotNull CancelRun request, @Context HttpHeaders headers) {
    timetable.lock(id);
    ProgrammeRun run = runs.get(id);
    EntityVersion.require(headers, RunView.version(run, sessions(id)));
    change.cancel(run, request.reasonCode());
    List<Timetable.Entry> sessions = sessions(id);
    return Answers.ok(RunView.version(run, sessions), RunView.of(run, sessions));
  }

  private List<Timetable.Entry> sessions(UUID id) {
    return timetable.of(List.of(id)).getOrDefault(id, List.of());
  }
}
