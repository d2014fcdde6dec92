package org.crossborough.programme.enrolment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enrolments and their moves; starting is no move of its own but follows from a register. */
@Path("/v1/enrolments")
@RunOnVirtualThread
@Tag(name = "Enrolments", description = "Men on runs.")
class EnrolmentResource {

  private static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-000000000031",
      "referralId":"019b7a10-0000-7000-8000-000000000001",
      "runId":"019b7a10-0000-7000-8000-000000000011","status":"ACTIVE","clearToStart":true,
      "participant":{"givenName":"Example","familyName":"Person"},
      "attendedMinutes":300,"countableMinutes":150,"startedOn":"2026-02-02"}
      """;

  /** The run goes on without him. */
  @Schema(name = "RecordNoShow")
  record RecordNoShow() {}

  /** He leaves or is removed. */
  @Schema(name = "ExitEnrolment")
  record ExitEnrolment(@NotNull ExitReason reasonCode, @Nullable LocalDate exitedOn) {}

  /** He completes. */
  @Schema(name = "CompleteEnrolment")
  record CompleteEnrolment(
      @Nullable LocalDate completedOn, @NotNull @AssertTrue Boolean endReviewDone) {}

  private final Enrolments enrolments;
  private final EnrolmentViews views;
  private final EndEnrolment end;

  EnrolmentResource(Enrolments enrolments, EnrolmentViews views, EndEnrolment end) {
    this.enrolments = enrolments;
    this.views = views;
    this.end = end;
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "assessor"})
  @Operation(operationId = "getEnrolment", summary = "Read an enrolment")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "active", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such enrolment for this caller")
  public Response get(UUID id) {
    return answer(enrolments.get(id));
  }

  @POST
  @Path("/{id}/no-show")
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
              examples = @ExampleObject(name = "shape", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such enrolment for this caller")
  @APIResponse(responseCode = "409", description = "It is past that")
  @APIResponse(responseCode = "412", description = "The enrolment has changed since it was read")
  public Response noShow(
      UUID id, @Valid @NotNull RecordNoShow request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    end.noShow(enrolment);
    return answer(enrolment);
  }

  @POST
  @Path("/{id}/exit")
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
              examples = @ExampleObject(name = "shape", value = EXAMPLE)))
  @APIResponse(responseCode = "400", description = "The body breaks a rule")
  @APIResponse(responseCode = "404", description = "No such enrolment for this caller")
  @APIResponse(responseCode = "409", description = "It is not active")
  @APIResponse(responseCode = "412", description = "The enrolment has changed since it was read")
  public Response exit(
      UUID id, @Valid @NotNull ExitEnrolment request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    end.exit(enrolment, request.reasonCode(), request.exitedOn());
    return answer(enrolment);
  }

  @POST
  @Path("/{id}/completion")
  @Transactional
  @Idempotent
  @RolesAllowed({"programme-manager", "facilitator"})
  @Operation(operationId = "completeEnrolment", summary = "Say that the man completed")
  @APIResponse(
      responseCode = "200",
      description = "The enrolment, completed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentView.class),
              examples = @ExampleObject(name = "shape", value = EXAMPLE)))
  @APIResponse(responseCode = "400", description = "The body breaks a rule")
  @APIResponse(responseCode = "404", description = "No such enrolment for this caller")
  @APIResponse(responseCode = "409", description = "It is not active, or his minutes are short")
  @APIResponse(responseCode = "412", description = "The enrolment has changed since it was read")
  public Response complete(
      UUID id, @Valid @NotNull CompleteEnrolment request, @Context HttpHeaders headers) {
    Enrolment enrolment = current(id, headers);
    end.complete(enrolment, request.completedOn());
    return answer(enrolment);
  }

  private Enrolment current(UUID id, HttpHeaders headers) {
    Enrolment enrolment = enrolments.get(id);
    EntityVersion.require(headers, enrolment.version());
    return enrolment;
  }

  private Response answer(Enrolment enrolment) {
    enrolments.flush();
    return Answers.ok(enrolment.version(), views.of(enrolment));
  }
}
