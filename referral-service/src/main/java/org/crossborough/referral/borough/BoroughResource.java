package org.crossborough.referral.borough;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.borough.Borough.BoroughView;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The register of boroughs over HTTP. */
@Path("/v1/boroughs")
@Tag(name = "Boroughs", description = "Who takes part, and since when.")
@RunOnVirtualThread
class BoroughResource {

  private final Boroughs boroughs;
  private final Caller caller;
  private final Clock clock;

  BoroughResource(Boroughs boroughs, Caller caller, Clock clock) {
    this.boroughs = boroughs;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR,
    Roles.PROGRAMME_MANAGER
  })
  @Operation(
      operationId = "listBoroughs",
      summary = "List the boroughs of London",
      description = "All 33 authorities, by code, on one page.")
  @APIResponse(
      responseCode = "200",
      description = "The boroughs",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Listed.class),
              examples = @ExampleObject(name = "boroughs", value = BoroughView.LISTED_EXAMPLE)))
  public Response list(
      @Parameter(description = "Only those of this name, code or alias", example = "RBKC")
          @RestQuery
          @Nullable String name,
      @Context UriInfo request) {
    LocalDate today = today();
    List<BoroughView> views =
        boroughs.all().stream()
            .filter(borough -> name == null || borough.isCalled(name))
            .map(borough -> borough.view(today))
            .toList();
    return Answers.page(new Page<>(views, null), request);
  }

  @GET
  @Path("{code}")
  @Transactional
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR,
    Roles.PROGRAMME_MANAGER
  })
  @Operation(operationId = "getBorough", summary = "Read a borough's entry")
  @APIResponse(
      responseCode = "200",
      description = "The borough",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BoroughView.class),
              examples = @ExampleObject(name = "borough", value = BoroughView.EXAMPLE)))
  public Response get(String code) {
    return shown(boroughs.require(code));
  }

  @POST
  @Path("{code}/participations")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.PROGRAMME_MANAGER)
  @Operation(operationId = "enterParticipation", summary = "Enter a period of participation")
  @APIResponse(
      responseCode = "200",
      description = "The borough as it now is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BoroughView.class),
              examples = @ExampleObject(name = "borough", value = BoroughView.EXAMPLE)))
  public Response takePart(
      String code, @NotNull @Valid EnterParticipation body, @Context HttpHeaders headers) {
    return change(
        code, headers, (borough, occasion) -> borough.takePart(body.from, body.until, occasion));
  }

  @POST
  @Path("{code}/participations/{participationId}/end")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.PROGRAMME_MANAGER)
  @Operation(operationId = "endParticipation", summary = "End a period of participation")
  @APIResponse(
      responseCode = "200",
      description = "The borough as it now is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BoroughView.class),
              examples = @ExampleObject(name = "borough", value = BoroughView.EXAMPLE)))
  public Response end(
      String code,
      UUID participationId,
      @NotNull @Valid EndParticipation body,
      @Context HttpHeaders headers) {
    return change(
        code,
        headers,
        (borough, occasion) -> borough.endPeriod(participationId, body.until, occasion));
  }

  private Response change(String code, HttpHeaders headers, BiConsumer<Borough, Occasion> change) {
    Borough borough = boroughs.requireForChange(code);
    EntityVersion.require(headers, borough.version());
    change.accept(borough, Occasion.of(clock, caller));
    boroughs.flush();
    return shown(borough);
  }

  private Response shown(Borough borough) {
    return Answers.ok(borough.version(), borough.view(today()));
  }

  private LocalDate today() {
    return Occasion.londonDay(clock.instant());
  }

  /**
   * A period to enter; it may lie in the future, since participation is agreed beforehand.
   *
   * @param until the last day; absent while no end is agreed
   */
  @Schema(
      examples =
"""
{"from":"2027-04-01"}
""")
  record EnterParticipation(@NotNull LocalDate from, @Nullable LocalDate until) {}

  /** The last day of a period. */
  @Schema(
      examples =
"""
{"until":"2027-03-31"}
""")
  record EndParticipation(@NotNull LocalDate until) {}

  /** A page of boroughs, for the description of the API. */
  @Schema(name = "BoroughPage")
  record Listed(List<BoroughView> items, @Nullable String next) {}
}
