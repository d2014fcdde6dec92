package org.crossborough.safety.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.casebook.OpenCase;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.task.ContactTrigger;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Her safety plan. A change is the whole plan again, by somebody who has seen the last version. */
@Path("/v1/survivor-cases/{id}/safety-plan")
@Tag(name = "Safety plans", description = "What she and her worker agreed to do to keep her safe")
@RunOnVirtualThread
class SafetyPlanResource {

  private static final String BRIEF =
      """
      {"version":1,"agreedOn":"2026-02-03","reviewOn":"2026-03-03",
      "recordedAt":"2026-02-03T15:00:00Z"}\
      """;
  private static final String PLAN =
      """
      {"version":1,"agreedOn":"2026-02-03","reviewOn":"2026-03-03",
      "recordedAt":"2026-02-03T15:00:00Z","steps":[{"situation":"LEAVING",
      "step":"A bag with papers is at her sister's"}],"keptWhere":"She keeps no copy"}\
      """;

  private final Casebook casebook;
  private final SafetyPlans plans;
  private final ContactTasks tasks;
  private final Clock clock;

  SafetyPlanResource(Casebook casebook, SafetyPlans plans, ContactTasks tasks, Clock clock) {
    this.casebook = casebook;
    this.plans = plans;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** A version in clear. */
  @Schema(name = "SafetyPlan")
  record PlanView(
      int version,
      LocalDate agreedOn,
      LocalDate reviewOn,
      Instant recordedAt,
      List<NewSafetyPlan.Step> steps,
      @Nullable Secret keptWhere) {

    static PlanView of(SafetyPlans.Brief brief, NewSafetyPlan.Content content) {
      return new PlanView(
          brief.version(),
          brief.agreedOn(),
          brief.reviewOn(),
          brief.recordedAt(),
          content.steps(),
          content.keptWhere());
    }
  }

  /** The versions of a plan, newest first. */
  @Schema(name = "SafetyPlanVersionPage")
  record Versions(List<SafetyPlans.Brief> items, @Nullable String next) {}

  @POST
  @Path("/versions")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "agreeSafetyPlan",
      summary = "Keep a new version of her plan",
      description =
          "If-Match is the ETag of the plan as last read, which is its version; \"0\" where there is"
              + " none yet.")
  @APIResponse(
      responseCode = "201",
      description = "Kept; the answer does not repeat what was agreed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SafetyPlans.Brief.class),
              examples = @ExampleObject(name = "kept", value = BRIEF)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "412", description = "There is a newer version")
  public Response agree(
      UUID id, @Valid @NotNull NewSafetyPlan agreed, @Context HttpHeaders headers) {
    OpenCase open = casebook.changeIn(id);
    int last = plans.current(id).map(SafetyPlans.Brief::version).orElse(0);
    EntityVersion.require(headers, last);
    Instant now = clock.instant();
    agreed.refuseUnlessSound(now);
    SafetyPlanVersion plan =
        SafetyPlanVersion.sealed(
            new SafetyPlans.Next(id, last + 1), agreed, open.key(), casebook.actor(), now);
    // Two at the same moment: the later one fails on the version, and looks again.
    plans.persistAndFlush(plan);
    tasks.done(id, ContactTrigger.SAFETY_PLAN_REVIEW, "PLAN_AGREED", casebook.actor(), now);
    Instant due = agreed.reviewOn().plusDays(1).atStartOfDay(Faults.LONDON).toInstant();
    tasks.raise(id, ContactTrigger.SAFETY_PLAN_REVIEW, now, due);
    casebook.done("AGREE_SAFETY_PLAN", id);
    return Answers.created(
        "/v1/survivor-cases/%s/safety-plan/versions/%d".formatted(id, last + 1),
        last + 1,
        plan.brief());
  }

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "readSafetyPlan", summary = "Her plan as it stands, in clear")
  @APIResponse(
      responseCode = "200",
      description = "The plan; its ETag is its version",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PlanView.class),
              examples = @ExampleObject(name = "plan", value = PLAN)))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, or no plan yet")
  public Response read(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "SUPPORT_CALL")
          @Nullable String purpose) {
    OpenCase open = casebook.read(id, "READ_SAFETY_PLAN", purpose);
    return told(open, plans.last(id));
  }

  @GET
  @Path("/versions")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listSafetyPlanVersions", summary = "When her plan was changed")
  @APIResponse(
      responseCode = "200",
      description = "A page of versions, newest first, without what is in them",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Versions.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + BRIEF + "]}")))
  @APIResponse(responseCode = "400", description = "No purpose was given, or no valid page")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response list(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "SUPPORT_CALL")
          @Nullable String purpose,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    UUID before = Cursor.before(cursor);
    var _ = casebook.read(id, "LIST_SAFETY_PLAN", purpose);
    List<SafetyPlanVersion> rows = plans.before(id, before, Page.rows(limit));
    return Answers.page(
        Page.of(rows, limit, SafetyPlanVersion::id, SafetyPlanVersion::brief), request);
  }

  @GET
  @Path("/versions/{version}")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "readSafetyPlanVersion", summary = "An earlier version in clear")
  @APIResponse(
      responseCode = "200",
      description = "The version",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PlanView.class),
              examples = @ExampleObject(name = "plan", value = PLAN)))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case or version")
  public Response read(
      UUID id,
      int version,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "SUPPORT_CALL")
          @Nullable String purpose) {
    OpenCase open = casebook.read(id, "READ_SAFETY_PLAN_VERSION", purpose);
    return told(open, plans.version(id, version));
  }

  private static Response told(OpenCase open, Optional<SafetyPlanVersion> found) {
    SafetyPlanVersion plan = found.orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    SafetyPlans.Brief brief = plan.brief();
    return Answers.ok(brief.version(), ClearText.told(PlanView.of(brief, plan.open(open.key()))));
  }
}
