package org.crossborough.programme.enrolment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
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
import org.crossborough.chassis.identity.Caller;
import org.crossborough.programme.reason.ExitReason;
import org.crossborough.programme.reason.SuspensionReason;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The moves of an enrolment; starting is none of its own but follows from a register. */
@Path("/v1/enrolments/{id}")
@RunOnVirtualThread
@Tag(name = "Enrolments", description = "Men on runs.")
class EnrolmentMoveResource {

  /** The run goes on without him. */
  @Schema(name = "RecordNoShow", examples = "{}")
  record RecordNoShow() {}

  /**
   * He is away for a time.
   *
   * @param reviewOn within 28 days of the beginning
   */
  @Schema(
      name = "SuspendEnrolment",
      examples = "{\"reasonCode\":\"ILLNESS\",\"reviewOn\":\"2026-03-02\"}")
  record SuspendEnrolment(
      @NotNull SuspensionReason reasonCode,
      @Nullable LocalDate suspendedOn,
      @NotNull LocalDate reviewOn) {}

  /** He is back. */
  @Schema(name = "ResumeEnrolment", examples = "{}")
  record ResumeEnrolment() {}

  /** He leaves or is removed. */
  @Schema(name = "ExitEnrolment", examples = "{\"reasonCode\":\"DROPPED_OUT\"}")
  record ExitEnrolment(@NotNull ExitReason reasonCode, @Nullable LocalDate exitedOn) {}

  /**
   * He completes.
   *
   * @param endReviewDone said by whoever records the completion; some programmes need the review on
   *     record as well
   */
  @Schema(name = "CompleteEnrolment", examples = "{\"endReviewDone\":true}")
  record CompleteEnrolment(
      @Nullable LocalDate completedOn, @NotNull @AssertTrue Boolean endReviewDone) {}

  /** He changes to another run. */
  @Schema(
      name = "TransferEnrolment",
      examples = "{\"toRunId\":\"019b7a10-0000-7000-8000-000000000012\"}")
  record TransferEnrolment(@NotNull UUID toRunId, @Nullable LocalDate transferredOn) {}

  /** He goes on in the group that follows the programme. */
  @Schema(name = "BeginFollowOn", examples = "{\"runId\":\"019b7a10-0000-7000-8000-000000000013\"}")
  record BeginFollowOn(@NotNull UUID runId, @Nullable LocalDate beganOn) {}

  /** What became of the last follow-up. */
  enum FollowUp {
    RECORDED,
    LAPSED
  }

  /** Everything is done. */
  @Schema(name = "CloseEnrolment", examples = "{\"followUp\":\"RECORDED\"}")
  record CloseEnrolment(@NotNull FollowUp followUp, @Nullable LocalDate closedOn) {}

  private final Enrolments enrolments;
  private final EnrolmentViews views;
  private final MoveEnrolment move;
  private final Clock clock;
  private final Caller caller;

  EnrolmentMoveResource(
      Enrolments enrolments, EnrolmentViews views, MoveEnrolment move, Clock clock, Caller caller) {
    this.enrolments = enrolments;
    this.views = views;
    this.move = move;
    this.clock = clock;
    this.caller = caller;
  }

  @POST
  @Path("/no-show")
  @Transactional
  @Idempotent
  @RolesAllowed({"programme-manager", "facilitator"})
  @Operation(operationId = "recordNoShow", summary = "Say that the man never came")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment, not started",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "shape", value = EnrolmentResource.EXAMPLE)))
  public Response noShow(
      UUID id, @Valid @NotNull RecordNoShow request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    move.noShow(enrolment, act());
    return answer(enrolment);
  }

  @POST
  @Path("/suspension")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "suspendEnrolment",
      summary = "Suspend a man, with a day on which it is looked at again")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment, suspended",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "shape", value = EnrolmentResource.EXAMPLE)))
  public Response suspend(
      UUID id, @Valid @NotNull SuspendEnrolment request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    move.suspend(enrolment, request.reasonCode(), request.suspendedOn(), request.reviewOn(), act());
    return answer(enrolment);
  }

  @POST
  @Path("/resumption")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "resumeEnrolment",
      summary = "End a suspension; refused while the programme is under review")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment, active again",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "shape", value = EnrolmentResource.EXAMPLE)))
  public Response resume(
      UUID id, @Valid @NotNull ResumeEnrolment request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    move.resume(enrolment, act());
    return answer(enrolment);
  }

  @POST
  @Path("/exit")
  @Transactional
  @Idempotent
  @RolesAllowed({"programme-manager", "facilitator"})
  @Operation(operationId = "exitEnrolment", summary = "Say that the man left before completion")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment, exited; its minutes are kept",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "shape", value = EnrolmentResource.EXAMPLE)))
  public Response exit(
      UUID id, @Valid @NotNull ExitEnrolment request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    move.exit(enrolment, request.reasonCode(), request.exitedOn(), act());
    return answer(enrolment);
  }

  @POST
  @Path("/completion")
  @Transactional
  @Idempotent
  @RolesAllowed({"programme-manager", "facilitator"})
  @Operation(
      operationId = "completeEnrolment",
      summary = "Say that the man completed; every unmet condition is named")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment, completed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "shape", value = EnrolmentResource.EXAMPLE)))
  public Response complete(
      UUID id, @Valid @NotNull CompleteEnrolment request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    move.complete(enrolment, request.completedOn(), act());
    return answer(enrolment);
  }

  @POST
  @Path("/transfer")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "transferEnrolment",
      summary = "Let a man go on in another run of the same programme, with his minutes")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment, on the other run",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "shape", value = EnrolmentResource.EXAMPLE)))
  public Response transfer(
      UUID id, @Valid @NotNull TransferEnrolment request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    move.transfer(enrolment, request.toRunId(), request.transferredOn(), act());
    return answer(enrolment);
  }

  @POST
  @Path("/follow-on")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(
      operationId = "beginFollowOn",
      summary = "Let a man who completed go on in the group that follows")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment, in the follow-on group",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "shape", value = EnrolmentResource.EXAMPLE)))
  public Response followOn(
      UUID id, @Valid @NotNull BeginFollowOn request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    move.followOn(enrolment, request.runId(), request.beganOn(), act());
    return answer(enrolment);
  }

  @POST
  @Path("/closure")
  @Transactional
  @Idempotent
  @RolesAllowed("programme-manager")
  @Operation(operationId = "closeEnrolment", summary = "Close an enrolment after the follow-on")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment, closed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "shape", value = EnrolmentResource.EXAMPLE)))
  public Response close(
      UUID id, @Valid @NotNull CloseEnrolment request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    move.close(enrolment, request.followUp().name(), request.closedOn(), act());
    return answer(enrolment);
  }

  private Enrolment current(UUID id, HttpHeaders headers) {
    Enrolment enrolment = enrolments.get(id);
    EntityVersion.require(headers, enrolment.version());
    return enrolment;
  }

  private Act act() {
    return Act.of(caller, clock.instant());
  }

  private Response answer(Enrolment enrolment) {
    enrolments.flush();
    return Answers.ok(enrolment.version(), views.of(enrolment));
  }
}
