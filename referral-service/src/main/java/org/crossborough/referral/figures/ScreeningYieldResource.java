package org.crossborough.referral.figures;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.crossborough.chassis.http.Answers;
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

/** Screening yields over HTTP: what each service's screenings come to. */
@Path("/v1/screening-yields")
@Tag(
    name = "Referral figures",
    description = "Figures of the referral side, exact and recomputable.")
@RunOnVirtualThread
class ScreeningYieldResource {

  private static final String EXAMPLE =
      """
      {"from":"2026-04-01","to":"2026-06-30","scope":"E09000019","method":"COUNT_RATIO",
       "policy":"NONE","asOf":"2026-07-01T09:00:00Z",
       "expectation":{"expectedPercent":40,"lowPercent":2,"highPercent":90,
         "fewestScreenings":50,"basis":"About four in ten men in treatment"},
       "items":[{"boroughCode":"E09000019","screeningOrganisation":"Demo treatment service",
         "screened":60,"valid":{"numerator":55,"denominator":60,"percent":"91.7"},
         "positive":{"numerator":1,"denominator":55,"percent":"1.8"},
         "referred":{"numerator":1,"denominator":1,"percent":"100.0"},
         "declined":{"numerator":0,"denominator":1,"percent":"0.0"},"mark":"VERY_LOW"}]}
      """;

  private final ScreeningYields yields;
  private final YieldConfig config;
  private final Caller caller;
  private final Clock clock;

  ScreeningYieldResource(ScreeningYields yields, YieldConfig config, Caller caller, Clock clock) {
    this.yields = yields;
    this.config = config;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.PROGRAMME_MANAGER,
    Roles.OUTCOMES_ANALYST
  })
  @Operation(
      operationId = "listScreeningYields",
      summary = "Read what each service's screenings came to",
      description = "Exact, for a borough's own services and for named staff; by borough and name.")
  @APIResponse(
      responseCode = "200",
      description = "A page of services, by borough and name",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = YieldView.Sheet.class),
              examples = @ExampleObject(name = "a borough's own", value = EXAMPLE)))
  public Response list(
      @Parameter(required = true, description = "The first day.", example = "2026-04-01") @RestQuery
          @Nullable String from,
      @Parameter(required = true, description = "The last day.", example = "2026-06-30") @RestQuery
          @Nullable String to,
      @Parameter(description = "One borough alone.", example = "E09000019") @RestQuery
          @Nullable String borough,
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
    Period period = Period.of(from, to);
    Scope scope = Scope.of(caller, borough);
    YieldView.Expectation expectation = YieldView.Expectation.of(config);
    List<ScreeningYields.Service> rows =
        yields.of(period, scope, ServiceCursor.after(cursor), size);
    List<ScreeningYields.Service> shown = rows.subList(0, Math.min(size, rows.size()));
    String next = rows.size() > size ? ServiceCursor.behind(shown.getLast()).text() : null;
    YieldView.Sheet sheet =
        new YieldView.Sheet(
            period.from(),
            period.to(),
            scope.code(),
            ReferralFigure.Method.COUNT_RATIO.name(),
            ReferralFigureResource.POLICY,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            expectation,
            shown.stream().map(one -> YieldView.of(one, expectation)).toList(),
            next);
    return Answers.page(sheet, next, request);
  }
}
