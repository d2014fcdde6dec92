package org.crossborough.safety.meeting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.task.ContactTrigger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The doing of what meetings decided. */
@Path("/v1/survivor-cases/{id}/discussions/actions/{actionId}")
@Tag(name = "Case meetings")
@RunOnVirtualThread
class MeetingActionResource {

  private final Casebook casebook;
  private final CaseMeetings meetings;
  private final ContactTasks tasks;
  private final Clock clock;

  MeetingActionResource(Casebook casebook, CaseMeetings meetings, ContactTasks tasks, Clock clock) {
    this.casebook = casebook;
    this.meetings = meetings;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** On which day an action was done. */
  @Schema(name = "MeetingActionCompletion", examples = "{\"doneOn\":\"2026-02-12\"}")
  record Completion(@NotNull LocalDate doneOn) {}

  /** An action that is done. */
  @Schema(name = "MeetingActionDone")
  record ActionDone(UUID id, @Nullable LocalDate doneOn, long version) {}

  @POST
  @Path("/completion")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "completeMeetingAction", summary = "Say when an action was done")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ActionDone.class),
              examples =
                  @ExampleObject(
                      name = "done",
                      value =
                          """
                          {"id":"019bb9a0-7c1e-7000-8000-00000000d201","doneOn":"2026-02-12",
                          "version":1}\
                          """)))
  @APIResponse(responseCode = "400", description = "The day has not come")
  @APIResponse(responseCode = "404", description = "No such case or action")
  @APIResponse(responseCode = "409", description = "Done before")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response complete(
      UUID id, UUID actionId, @Valid @NotNull Completion completion, @Context HttpHeaders headers) {
    var _ = casebook.changeIn(id);
    MeetingAction action = meetings.action(id, actionId);
    EntityVersion.require(headers, action.version());
    new Faults().past("doneOn", completion.doneOn(), clock.instant()).refuse();
    action.done(completion.doneOn(), casebook.actor());
    meetings.flush();
    if (!meetings.hasOpenActions(id)) {
      tasks.done(
          id, ContactTrigger.MEETING_ACTION, "ACTIONS_DONE", casebook.actor(), clock.instant());
    }
    casebook.done("COMPLETE_MEETING_ACTION", id);
    return Answers.ok(action.version(), action.doneView());
  }
}
