package org.crossborough.safety.task;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.CaseAudit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The worklist of the support side: what is due, what is late, what is mine. */
@Path("/v1/contact-tasks")
@Tag(name = "Contact tasks", description = "What has to be done about survivors, and by when")
@RunOnVirtualThread
class ContactTaskResource {

  private static final String CODE = "[A-Z][A-Z_]{2,39}";
  private static final String TASK =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000aa01",
      "caseId":"019bb9a0-7c1e-7000-8000-00000000c001","trigger":"SUSPENSION","urgent":false,
      "raisedAt":"2026-01-13T09:00:00Z","dueAt":"2026-01-15T00:00:00Z","late":false,
      "assignedTo":"demo-iss-worker","version":1}\
      """;

  private final ContactTasks tasks;
  private final CaseAudit audit;
  private final Clock clock;

  ContactTaskResource(ContactTasks tasks, CaseAudit audit, Clock clock) {
    this.tasks = tasks;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which tasks are asked for, by when they are due. */
  enum When {
    ANY,
    /** Due by the end of today in London. */
    TODAY,
    /** Past their time. */
    LATE
  }

  /** A part of the worklist, the most pressing first. */
  record Worklist(List<ContactTaskView> items, @Nullable String next) {}

  /** Why a task needs no more doing, in a code. */
  @Schema(name = "TaskCompletion", examples = "{\"reasonCode\":\"REVIEWED\"}")
  record Completion(@NotNull @Pattern(regexp = CODE) String reasonCode) {}

  /** Whose a task becomes, and why in a code. */
  @Schema(
      name = "TaskAssignment",
      examples = "{\"assignee\":\"demo-iss-worker\",\"reasonCode\":\"HOLIDAY_COVER\"}")
  record Assignment(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{0,99}") String assignee,
      @NotNull @Pattern(regexp = CODE) String reasonCode) {}

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listContactTasks", summary = "What is to be done, most pressing first")
  @APIResponse(
      responseCode = "200",
      description = "A page of tasks, without names",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Worklist.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + TASK + "]}")))
  @APIResponse(responseCode = "400", description = "A parameter is not valid")
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  public Response list(
      @QueryParam("when")
          @DefaultValue("ANY")
          @Parameter(description = "ANY, TODAY (due by its end, London) or LATE")
          When when,
      @QueryParam("mine") @DefaultValue("false") boolean mine,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    @Nullable UUID after = cursor == null ? null : Cursor.before(cursor);
    Instant now = clock.instant();
    @Nullable Instant until =
        switch (when) {
          case ANY -> null;
          case TODAY -> WorkingDays.endOfDay(now).plusMillis(1);
          case LATE -> now;
        };
    audit.reading("LIST_CONTACT_TASKS", "worklist", "WORKLIST");
    List<ContactTask> rows =
        tasks.waiting(until, mine ? audit.actor() : null, after, Page.rows(limit));
    return Answers.page(Page.of(rows, limit, ContactTask::id, task -> task.view(now)), request);
  }

  @POST
  @Path("/{id}/completion")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "completeContactTask",
      summary = "Say that a task is done, where no attempt to reach her does it")
  @APIResponse(
      responseCode = "200",
      description = "The task is done",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ContactTaskView.class),
              examples = @ExampleObject(name = "done", value = TASK)))
  @APIResponse(responseCode = "404", description = "No such task, whatever the reason")
  @APIResponse(responseCode = "409", description = "Done before, or only an attempt does it")
  @APIResponse(responseCode = "412", description = "The task has changed since it was read")
  public Response complete(
      UUID id, @Valid @NotNull Completion completion, @Context HttpHeaders headers) {
    ContactTask task = seen(id, headers);
    if (task.isContact()) {
      throw ContactTaskProblem.NEEDS_AN_ATTEMPT.because("Record the attempt to reach her.");
    }
    Instant now = clock.instant();
    task.done(completion.reasonCode(), audit.actor(), now);
    audit.done("COMPLETE_CONTACT_TASK", id);
    return changed(task, now);
  }

  @POST
  @Path("/{id}/assignment")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "assignContactTask", summary = "Give a task to somebody, saying why")
  @APIResponse(
      responseCode = "200",
      description = "The task is theirs",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ContactTaskView.class),
              examples = @ExampleObject(name = "assigned", value = TASK)))
  @APIResponse(responseCode = "404", description = "No such task, whatever the reason")
  @APIResponse(responseCode = "409", description = "The task is done")
  @APIResponse(responseCode = "412", description = "The task has changed since it was read")
  public Response assign(
      UUID id, @Valid @NotNull Assignment assignment, @Context HttpHeaders headers) {
    ContactTask task = seen(id, headers);
    Instant now = clock.instant();
    tasks
        .getEntityManager()
        .persist(task.assign(assignment.assignee(), assignment.reasonCode(), audit.actor(), now));
    audit.done("ASSIGN_CONTACT_TASK", id);
    return changed(task, now);
  }

  private ContactTask seen(UUID id, HttpHeaders headers) {
    ContactTask task = tasks.require(id);
    EntityVersion.require(headers, task.version());
    return task;
  }

  private Response changed(ContactTask task, Instant now) {
    tasks.flush();
    return Answers.ok(task.version(), task.view(now));
  }
}
