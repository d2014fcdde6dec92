package org.crossborough.programme.practice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One exercise, and the man's reflection on it. */
@Path("/v1/enrolments/{id}/exercises/{exerciseId}")
@RunOnVirtualThread
@Tag(name = "Practice", description = "Notes, exercises and reviews.")
class ReflectionResource {

  private static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-000000000091",
      "enrolmentId":"019b7a10-0000-7000-8000-000000000031","exerciseCode":"TIME_OUT_PLAN",
      "moduleCode":"MASCULINITY","setOn":"2026-02-02","setBy":"demo-facilitator"}
      """;

  /**
   * What he made of it.
   *
   * @param reflection in his words or the facilitator's, at most 2000 characters; no way to reach
   *     anybody, no names
   */
  @Schema(name = "RecordReflection", examples = "{\"insight\":\"APPLIES\"}")
  record RecordReflection(
      Exercise.@NotNull Insight insight,
      @Nullable @Size(min = 1, max = FreeText.LONGEST) String reflection,
      @Nullable LocalDate reflectedOn) {}

  private final Exercises exercises;
  private final Clock clock;

  ReflectionResource(Exercises exercises, Clock clock) {
    this.exercises = exercises;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "getExercise", summary = "Read an exercise")
  @APIResponse(
      responseCode = "200",
      description = "The exercise",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Exercise.View.class),
              examples = @ExampleObject(name = "set", value = EXAMPLE)))
  public Response get(UUID id, UUID exerciseId) {
    Exercise exercise = exercises.get(id, exerciseId);
    return Answers.ok(exercise.version(), exercise.view());
  }

  @POST
  @Path("/reflection")
  @Transactional
  @Idempotent
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "recordReflection", summary = "Record a man's reflection, once")
  @APIResponse(
      responseCode = "200",
      description = "The exercise, reflected on",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Exercise.View.class),
              examples = @ExampleObject(name = "shape", value = EXAMPLE)))
  public Response reflect(
      UUID id,
      UUID exerciseId,
      @Valid @NotNull RecordReflection request,
      @Context HttpHeaders headers) {
    Exercise exercise = exercises.get(id, exerciseId);
    EntityVersion.require(headers, exercise.version());
    LocalDate today = LocalDate.now(clock);
    LocalDate on = request.reflectedOn() == null ? today : request.reflectedOn();
    if (on.isAfter(today) || on.isBefore(exercise.givenOn())) {
      throw RequestProblem.INVALID.of(
          List.of(
              new Violation(
                  "reflectedOn", "OUT_OF_ORDER", "must lie between its setting and today")));
    }
    exercise.reflect(request.insight(), FreeText.of("reflection", request.reflection()), on);
    exercises.flush();
    return Answers.ok(exercise.version(), exercise.view());
  }
}
