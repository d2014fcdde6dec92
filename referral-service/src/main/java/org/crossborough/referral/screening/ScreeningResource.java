package org.crossborough.referral.screening;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.Roles;
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

/** Screenings over HTTP. */
@Path("/v1/screenings")
@Tag(name = "Screenings", description = "The first filter, made by a keyworker.")
@RunOnVirtualThread
class ScreeningResource {

  private static final long NEVER_CHANGED = 0;

  private final Screenings screenings;
  private final MakeScreening making;
  private final ScreeningConfig config;
  private final Caller caller;

  ScreeningResource(
      Screenings screenings, MakeScreening making, ScreeningConfig config, Caller caller) {
    this.screenings = screenings;
    this.making = making;
    this.config = config;
    this.caller = caller;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(operationId = "recordScreening", summary = "Record a screening")
  @APIResponse(
      responseCode = "201",
      description = "The screening, recorded",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScreeningView.class),
              examples = @ExampleObject(name = "screening", value = ScreeningView.EXAMPLE)))
  public Response record(@NotNull @Valid RecordScreening form) {
    ScreeningView view = making.make(form);
    return Answers.created("/v1/screenings/" + view.id(), NEVER_CHANGED, view);
  }

  @GET
  @Transactional
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR
  })
  @Operation(operationId = "listScreenings", summary = "List screenings, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of screenings, without their answers",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScreeningView.Listed.class),
              examples = @ExampleObject(name = "screenings", value = ScreeningView.LISTED_EXAMPLE)))
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
    String scope = caller.scope();
    List<Screening> rows =
        screenings.newestFirst(
            scope.equals(Caller.EVERY_BOROUGH) ? null : scope, Cursor.before(cursor), size);
    return Answers.page(Page.of(rows, size, Screening::id, Screening::summary), request);
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR
  })
  @Operation(operationId = "getScreening", summary = "Read a screening")
  @APIResponse(
      responseCode = "200",
      description = "The screening",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScreeningView.class),
              examples = @ExampleObject(name = "screening", value = ScreeningView.EXAMPLE)))
  public Response get(UUID id) {
    return Answers.ok(NEVER_CHANGED, screenings.require(id).view(config));
  }
}
