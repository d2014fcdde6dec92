package org.crossborough.programme.practice;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.participant.ParticipantNames;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Exercises set to a man. */
@Path("/v1/enrolments/{id}/exercises")
@RunOnVirtualThread
@Tag(name = "Practice", description = "Notes, exercises and reviews.")
class ExerciseResource {

  private static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-000000000091",
      "enrolmentId":"019b7a10-0000-7000-8000-000000000031","exerciseCode":"TIME_OUT_PLAN",
      "moduleCode":"MASCULINITY","setOn":"2026-02-02","setBy":"demo-facilitator"}
      """;

  /**
   * An exercise to be set.
   *
   * @param exerciseCode as the programme's manual names it
   */
  @Schema(
      name = "SetExercise",
      examples = "{\"exerciseCode\":\"TIME_OUT_PLAN\",\"moduleCode\":\"MASCULINITY\"}")
  record SetExercise(
      @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String exerciseCode,
      @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String moduleCode,
      @Nullable LocalDate setOn) {}

  /** A page of exercises, for the API description. */
  @Schema(name = "ExercisePage")
  record ExercisePage(List<Exercise.View> items, @Nullable String next) {}

  private final Exercises exercises;
  private final EnrolmentLedger enrolments;
  private final ParticipantNames names;
  private final Clock clock;
  private final Caller caller;

  ExerciseResource(
      Exercises exercises,
      EnrolmentLedger enrolments,
      ParticipantNames names,
      Clock clock,
      Caller caller) {
    this.exercises = exercises;
    this.enrolments = enrolments;
    this.names = names;
    this.clock = clock;
    this.caller = caller;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"facilitator", "programme-manager"})
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The enrolment's ETag; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(operationId = "setExercise", summary = "Set a man an exercise")
  @APIResponse(
      responseCode = "201",
      description = "Set",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Exercise.View.class),
              examples = @ExampleObject(name = "set", value = EXAMPLE)))
  public Response set(UUID id, @Valid @NotNull SetExercise request, @Context HttpHeaders headers) {
    Known man = enrolments.require(id, headers);
    LocalDate today = LocalDate.now(clock);
    LocalDate on = request.setOn() == null ? today : request.setOn();
    if (on.isAfter(today)) {
      throw RequestProblem.INVALID.of(
          List.of(new Violation("setOn", "IN_FUTURE", "must not be in the future")));
    }
    if (names.isErased(man.personId())) {
      throw PracticeProblem.PARTICIPANT_ERASED.because("His record is closed.");
    }
    Exercise exercise =
        Exercise.of(
            man, request.exerciseCode(), request.moduleCode(), on, Act.of(caller, clock.instant()));
    exercises.persist(exercise);
    exercises.flush();
    return Answers.created(
        "/v1/enrolments/" + id + "/exercises/" + exercise.id(),
        exercise.version(),
        exercise.view());
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "listExercises", summary = "List the exercises set to a man")
  @APIResponse(
      responseCode = "200",
      description = "A page of exercises, newest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ExercisePage.class),
              examples = @ExampleObject(name = "none", value = "{\"items\":[]}")))
  public Response list(
      UUID id,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<Exercise> found =
        exercises.of(enrolments.get(id).id(), Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(found, limit, Exercise::id, Exercise::view), request);
  }
}
