package org.crossborough.outcomes.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.time.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a rebuild is ordered and watched. */
@Path("/v1/rebuilds")
@RunOnVirtualThread
@Tag(name = "Rebuilds", description = "Making the read models again from every event.")
class RebuildResource {

  private static final String RUN =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000005","state":"DONE",\
      "startedAt":"2026-07-14T09:00:00Z","startedBy":"an-analyst",\
      "finishedAt":"2026-07-14T09:04:00Z","eventsRead":120000,"eventsKnown":120000,\
      "rowsChanged":0,"digest":"0cc175b9c0f1b6a831c399e269772661"}\
      """;

  /** A rebuild as its watchers see it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Rebuild")
  record RebuildView(
      UUID id,
      RebuildRun.State state,
      Instant startedAt,
      String startedBy,
      @Nullable Instant finishedAt,
      long eventsRead,
      @Schema(description = "On all topics when it began.") long eventsKnown,
      @Schema(description = "In how many rows the running read models differed; 0: in none.")
          @Nullable Long rowsChanged,
      @Schema(description = "Of all read models, row by row, after it.") @Nullable String digest,
      @Nullable String failure) {

    static RebuildView of(RebuildRun run) {
      return new RebuildView(
          run.id(),
          run.state(),
          run.startedAt(),
          run.startedBy(),
          run.finishedAt(),
          run.eventsRead(),
          run.eventsKnown(),
          run.rowsChanged(),
          run.digest(),
          run.failure());
    }
  }

  private final RebuildReadModels rebuild;
  private final RebuildRuns runs;
  private final TransactionSynchronizationRegistry transaction;
  private final Caller caller;
  private final Clock clock;

  RebuildResource(
      RebuildReadModels rebuild,
      RebuildRuns runs,
      TransactionSynchronizationRegistry transaction,
      Caller caller,
      Clock clock) {
    this.rebuild = rebuild;
    this.runs = runs;
    this.transaction = transaction;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @Transactional
  @RolesAllowed("outcomes-analyst")
  @Operation(
      operationId = "rebuildReadModels",
      summary = "Make the read models again from every event",
      description =
          "The running ones serve meanwhile. At the end they are replaced where they differ, in one"
              + " transaction; how many rows did is told.")
  @APIResponse(
      responseCode = "201",
      description = "It has begun",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RebuildView.class),
              examples = @ExampleObject(name = "rebuild", value = RUN)))
  @APIResponse(responseCode = "409", description = "A rebuild is running")
  public Response begin() {
    UUID id = Ids.next();
    if (!runs.begin(id, caller.name(), clock.instant())) {
      throw RebuildProblem.RUNNING_ALREADY.because("Read the list of rebuilds for how far it is.");
    }
    transaction.registerInterposedSynchronization(new AfterCommit(() -> rebuild.start(id)));
    RebuildView view = RebuildView.of(runs.find(id).orElseThrow());
    return Answers.created("/v1/rebuilds/" + id, 1, view);
  }

  @GET
  @Transactional
  @RolesAllowed("outcomes-analyst")
  @Operation(operationId = "listRebuilds", summary = "List rebuilds, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of rebuilds",
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "rebuilds", value = "{\"items\":[" + RUN + "]}")))
  public Response list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @Context UriInfo uri) {
    List<RebuildRun> rows = runs.page(Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(rows, limit, RebuildRun::id, RebuildView::of), uri);
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed("outcomes-analyst")
  @Operation(operationId = "readRebuild", summary = "See how far a rebuild is")
  @APIResponse(
      responseCode = "200",
      description = "The rebuild",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RebuildView.class),
              examples = @ExampleObject(name = "rebuild", value = RUN)))
  @APIResponse(responseCode = "404", description = "No such rebuild")
  public RebuildView read(@Parameter(description = "The rebuild's id.") UUID id) {
    return runs.find(id)
        .map(RebuildView::of)
        .orElseThrow(() -> RebuildProblem.NOT_FOUND.because("No rebuild has this id."));
  }

  /** Begins the work once the run is there for others to see. */
  private record AfterCommit(Runnable work) implements Synchronization {

    @Override
    public void beforeCompletion() {
      // Nothing to add to the transaction.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        work.run();
      }
    }
  }
}
