package org.crossborough.safety.incident;

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
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.Faults;
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

/** Whether she feels safer, each time she is asked. */
@Path("/v1/survivor-cases/{id}/feeling-safer")
@Tag(name = "Incidents")
@RunOnVirtualThread
class FeelingSaferResource {

  private static final String GIVEN =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000cb01","askedOn":"2026-03-01","answer":"YES"}\
      """;

  private final Casebook casebook;
  private final SaferAnswers answers;
  private final Clock clock;

  FeelingSaferResource(Casebook casebook, SaferAnswers answers, Clock clock) {
    this.casebook = casebook;
    this.answers = answers;
    this.clock = clock;
  }

  /** Her answer, and the day she was asked. */
  @Schema(name = "FeelingSafer", examples = "{\"askedOn\":\"2026-03-01\",\"answer\":\"YES\"}")
  record NewAnswer(@NotNull LocalDate askedOn, SaferAnswer.@NotNull Answer answer) {}

  /** Her answers, the last recorded first. */
  @Schema(name = "FeelingSaferPage")
  record Given(List<SaferAnswers.Given> items, @Nullable String next) {}

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The case's ETag; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(operationId = "recordFeelingSafer", summary = "Record whether she feels safer")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; the last answer counts",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SaferAnswers.Given.class),
              examples = @ExampleObject(name = "answer", value = GIVEN)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response record(UUID id, @Valid @NotNull NewAnswer given, @Context HttpHeaders headers) {
    var _ = casebook.addTo(id, headers);
    Instant now = clock.instant();
    new Faults().past("askedOn", given.askedOn(), now).refuse();
    SaferAnswer answer = SaferAnswer.of(id, given.askedOn(), given.answer(), casebook.actor(), now);
    answers.persist(answer);
    casebook.done("RECORD_FEELING_SAFER", id);
    return Answers.created(
        "/v1/survivor-cases/%s/feeling-safer/%s".formatted(id, answer.id()), 0, answer.given());
  }

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listFeelingSafer", summary = "What she answered, and when")
  @APIResponse(
      responseCode = "200",
      description = "A page of answers, the last recorded first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Given.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + GIVEN + "]}")))
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
    var _ = casebook.read(id, "LIST_FEELING_SAFER", purpose);
    List<SaferAnswer> rows = answers.before(id, before, Page.rows(limit));
    return Answers.page(Page.of(rows, limit, SaferAnswer::id, SaferAnswer::given), request);
  }
}
