package org.crossborough.safety.aggregate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;
import org.crossborough.safety.access.CaseAudit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The publishing of the few figures that leave the survivor side. */
@Path("/v1/safety-aggregates")
@Tag(name = "Safety aggregates", description = "Figures after disclosure control, once per period")
@RunOnVirtualThread
class AggregatesResource {

  private static final String PUBLISHED =
      """
      {"id":"019bb9a0-7c1e-7000-8000-000000000901","period":"2026",
      "policy":"LT10_R5","publishedAt":"2027-01-11T09:00:00Z","cells":[
      {"metric":"M-18","variant":"TIER_2","suppressed":true},
      {"metric":"M-18","variant":"TIER_4","numerator":15,
      "denominator":30,"suppressed":false}]}\
      """;

  private final Publication publication;
  private final PublishedAggregates published;
  private final CaseAudit audit;
  private final Clock clock;

  AggregatesResource(
      Publication publication, PublishedAggregates published, CaseAudit audit, Clock clock) {
    this.publication = publication;
    this.published = published;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which figures to publish: those of a year, or of a quarter such as {@code 2025-Q1}. */
  @Schema(examples = "{\"period\":\"2025\"}")
  record PublishAggregates(@NotNull @Pattern(regexp = FigurePeriod.PATTERN) String period) {}

  /** The figures as published; a suppressed cell has no numbers. */
  record PublishedView(
      UUID id, String period, String policy, Instant publishedAt, List<Cell> cells) {

    static PublishedView of(SafetyAggregatesPublished event) {
      return new PublishedView(
          event.publicationId(), event.period(), event.policy(), event.occurredAt(), event.cells());
    }
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("iss-manager")
  @Operation(
      operationId = "publishSafetyAggregates",
      summary = "Publish the figures of a year or a quarter, once",
      description =
          "M-17, M-18, M-19, M-25, M-26 and M-27 for London, and for a year those of men who started"
              + " by programme too. What was told before decides what may be told now: a quarter only"
              + " before its year, a year's figure beside all four quarters' or none.")
  @APIResponse(
      responseCode = "201",
      description = "The figures are out",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PublishedView.class),
              examples = @ExampleObject(name = "published", value = PUBLISHED)))
  @APIResponse(responseCode = "400", description = "Neither a year nor a quarter")
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  @APIResponse(responseCode = "409", description = "Published before, or its year was")
  public Response publish(@Valid @NotNull PublishAggregates request) {
    // As exact as it is kept, so that it reads the same later.
    SafetyAggregatesPublished event =
        publication.publish(
            FigurePeriod.parse(request.period()), clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.done("PUBLISH_AGGREGATES", event.publicationId());
    return Response.status(Response.Status.CREATED)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(PublishedView.of(event))
        .build();
  }

  @GET
  @Path("/{period}")
  @Transactional
  @RolesAllowed("iss-manager")
  @Operation(
      operationId = "readSafetyAggregates",
      summary = "The figures of a period as they were published, to the byte")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PublishedView.class),
              examples = @ExampleObject(name = "published", value = PUBLISHED)))
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  @APIResponse(responseCode = "404", description = "Not published, or no period at all")
  public PublishedView read(String period) {
    return FigurePeriod.named(period)
        .flatMap(published::released)
        .map(PublishedView::of)
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }
}
