package org.crossborough.referral.equality;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.equality.EqualityPublication.PublicationView;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Publications of the equality profile over HTTP. */
@Path("/v1/referral-figures/equality-publications")
@Tag(
    name = "Referral figures",
    description = "Figures of the referral side, exact and recomputable.")
@RunOnVirtualThread
class EqualityPublicationResource {

  private static final long NEVER_CHANGED = 0;
  private static final String PATH = "/v1/referral-figures/equality-publications/";
  private static final String LISTED = "{\"items\":[" + EqualityPublication.EXAMPLE + "]}";

  private final EqualityPublications publications;
  private final Caller caller;
  private final Clock clock;

  EqualityPublicationResource(EqualityPublications publications, Caller caller, Clock clock) {
    this.publications = publications;
    this.caller = caller;
    this.clock = clock;
  }

  /** Which profile to publish: a quarter of the financial year that has begun, and who counts. */
  @Schema(examples = "{\"period\":\"2025-Q4\",\"basis\":\"RECEIVED\"}")
  record PublishEqualityProfile(
      @NotNull @Pattern(regexp = "20\\d\\d-Q[1-4]") String period, @NotNull EqualityBasis basis) {}

  /** A page of publications, newest first. */
  @Schema(name = "EqualityPublicationList")
  record Listed(List<PublicationView> items, @Nullable String next) {}

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({Roles.PROGRAMME_MANAGER, Roles.OUTCOMES_ANALYST})
  @Operation(
      operationId = "publishEqualityProfile",
      summary = "Publish the equality profile of a quarter",
      description =
          "Counts all of London, exactly; disclosure control is done by whoever releases it. When"
              + " nothing has changed, the publication that stands is the answer.")
  @APIResponse(
      responseCode = "201",
      description = "Published",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PublicationView.class),
              examples = @ExampleObject(name = "publication", value = EqualityPublication.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Nothing has changed since this publication",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PublicationView.class),
              examples = @ExampleObject(name = "publication", value = EqualityPublication.EXAMPLE)))
  public Response publish(@NotNull @Valid PublishEqualityProfile form) {
    if (!caller.scope().equals(Caller.EVERY_BOROUGH)) {
      throw EqualityProblem.ONE_BOROUGH_ONLY.because("Use a token that names no borough.");
    }
    Occasion occasion = Occasion.of(clock, caller);
    FinancialQuarter quarter = begun(form.period(), occasion);
    Optional<EqualityProfilePublished> published =
        publications.publishIfChanged(quarter, form.basis(), occasion);
    PublicationView standing =
        publications
            .latest(quarter, form.basis())
            .map(EqualityPublication::view)
            .orElseThrow(
                () -> EqualityProblem.NOBODY_COUNTED.because("Check the quarter and the basis."));
    return published.isPresent()
        ? Answers.created(PATH + standing.id(), NEVER_CHANGED, standing)
        : Answers.ok(NEVER_CHANGED, standing);
  }

  private static FinancialQuarter begun(String period, Occasion occasion) {
    FinancialQuarter quarter = FinancialQuarter.named(period).orElseThrow();
    Findings findings = new Findings();
    findings.when(
        quarter.from().isAfter(occasion.today()), "period", "IN_FUTURE", "has not begun yet");
    findings.refuse();
    return quarter;
  }

  @GET
  @Transactional
  @RolesAllowed({Roles.PROGRAMME_MANAGER, Roles.OUTCOMES_ANALYST})
  @Operation(
      operationId = "listEqualityPublications",
      summary = "List what was published of the equality profile, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of publications",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Listed.class),
              examples = @ExampleObject(name = "publications", value = LISTED)))
  public Response list(
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "20"))
          @RestQuery
          @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.of(limit);
    List<EqualityPublication> rows = publications.newestFirst(Cursor.before(cursor), size);
    return Answers.page(
        Page.of(rows, size, EqualityPublication::id, EqualityPublication::view), request);
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({Roles.PROGRAMME_MANAGER, Roles.OUTCOMES_ANALYST})
  @Operation(operationId = "getEqualityPublication", summary = "Read one publication")
  @APIResponse(
      responseCode = "200",
      description = "The publication",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PublicationView.class),
              examples = @ExampleObject(name = "publication", value = EqualityPublication.EXAMPLE)))
  public Response get(UUID id) {
    return publications
        .findByIdOptional(id)
        .map(found -> Answers.ok(NEVER_CHANGED, found.view()))
        .orElseThrow(() -> EqualityProblem.NOT_FOUND.because("No publication has this id."));
  }
}
