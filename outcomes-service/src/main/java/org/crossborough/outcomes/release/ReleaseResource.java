package org.crossborough.outcomes.release;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.scope.Reader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a named analyst decides that a period is told of. */
@Path("/v1/releases")
@RunOnVirtualThread
@Tag(name = "Releases", description = "Deciding that a period is told of; attacked before it is.")
class ReleaseResource {

  private static final String ORDER = "{\"product\":\"london\",\"period\":\"2026-Q1\"}";
  private static final String RELEASE =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000003","product":"london","area":"E12000007",\
      "period":"2026-Q1","version":1,"policy":"NHS_1_7_R5","asOf":"2026-07-14T09:00:00Z",\
      "releasedBy":"an-analyst"}\
      """;

  /**
   * What to release.
   *
   * @param area a borough's code, of the product that each borough has its own of
   */
  @Schema(name = "MakeRelease")
  record MakeReleaseForm(
      @NotNull @Schema(examples = "london") String product,
      @NotNull @Schema(description = "A quarter, or a year of a yearly product.", examples = "2026-Q1")
          String period,
      @Nullable @Schema(description = "The borough, of the product `borough`.") String area) {}

  /** A release as analysts see it. */
  @Schema(name = "Release")
  record ReleaseView(
      UUID id,
      String product,
      String area,
      String period,
      int version,
      String policy,
      Instant asOf,
      String releasedBy) {

    static ReleaseView of(KnownRelease release) {
      return new ReleaseView(
          release.id(),
          release.product().id(),
          release.area(),
          release.period().toString(),
          release.version(),
          release.policy(),
          release.asOf(),
          release.releasedBy());
    }
  }

  private final MakeRelease make;
  private final Releases releases;
  private final Caller caller;
  private final Clock clock;

  ReleaseResource(MakeRelease make, Releases releases, Caller caller, Clock clock) {
    this.make = make;
    this.releases = releases;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @Transactional
  @RolesAllowed("outcomes-analyst")
  @Operation(
      operationId = "makeRelease",
      summary = "Release a product for a period",
      description =
          "Counts, hides what is small and whatever would give it away, and attacks the result"
              + " together with everything released before. When a small number could be worked"
              + " out all the same, the release is refused with the group, its bounds and the"
              + " reason.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MakeReleaseForm.class),
              examples = @ExampleObject(name = "a quarter of London", value = ORDER)))
  @APIResponse(
      responseCode = "201",
      description = "Released; its readers see it at once",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReleaseView.class),
              examples = @ExampleObject(name = "a quarter of London", value = RELEASE)))
  @APIResponse(
      responseCode = "409",
      description = "The period is not over, nothing changed, or a small number could be known")
  public Response make(@NotNull @Valid MakeReleaseForm form) {
    FeedProduct product = FeedProduct.named(form.product()).orElseThrow(() -> invalid("product"));
    String area =
        product.areaFor(new Reader.Analyst(), form.area()).orElseThrow(() -> invalid("area"));
    ReportingPeriod period =
        ReportingPeriod.named(form.period())
            .filter(it -> it.isYear() == product.isYearly())
            .orElseThrow(() -> invalid("period"));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    KnownRelease release = make.make(product, area, period, caller.name(), now);
    return Answers.created(
        "/v1/releases/" + release.id(), release.version(), ReleaseView.of(release));
  }

  @GET
  @Transactional
  @RolesAllowed("outcomes-analyst")
  @Operation(operationId = "listReleases", summary = "List releases, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of releases",
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(name = "releases", value = "{\"items\":[" + RELEASE + "]}")))
  public Response list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @Context UriInfo uri) {
    List<KnownRelease> rows = releases.page(Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(rows, limit, KnownRelease::id, ReleaseView::of), uri);
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed("outcomes-analyst")
  @Operation(operationId = "readRelease", summary = "Read a release")
  @APIResponse(
      responseCode = "200",
      description = "The release",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReleaseView.class),
              examples = @ExampleObject(name = "release", value = RELEASE)))
  @APIResponse(responseCode = "404", description = "No such release")
  public Response read(@Parameter(description = "The release's id.") UUID id) {
    KnownRelease release =
        releases
            .find(id)
            .orElseThrow(() -> ReleaseProblem.NOT_FOUND.because("No release has this id."));
    return Answers.ok(release.version(), ReleaseView.of(release));
  }

  private static RuntimeException invalid(String field) {
    return RequestProblem.INVALID.of(
        List.of(new Violation(field, "NOT_OFFERED", "No product is released so.")));
  }
}
