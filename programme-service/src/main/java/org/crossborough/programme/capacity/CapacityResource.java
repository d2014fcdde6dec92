package org.crossborough.programme.capacity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Places and waiting. */
@Path("/v1/capacity")
@RunOnVirtualThread
@Tag(name = "Capacity", description = "Places on runs, and how long men may wait for one.")
class CapacityResource {

  /** A page of runs with their places, for the API description. */
  @Schema(name = "RunPlacesPage")
  record RunPlacesPage(List<RunPlaces> items, @Nullable String next) {}

  private final OpenRuns runs;
  private final WaitingReferrals waiting;
  private final Clock clock;

  CapacityResource(OpenRuns runs, WaitingReferrals waiting, Clock clock) {
    this.runs = runs;
    this.waiting = waiting;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(
      operationId = "listCapacity",
      summary = "List the places of runs that are not over, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of runs with their places and next intake",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RunPlacesPage.class),
              examples =
                  @ExampleObject(
                      name = "one run",
                      value =
                          """
                          {"items":[{"runId":"019b7a10-0000-7000-8000-000000000011",
                          "templateCode":"MEN_AND_MASCULINITIES_WEEKLY","templateVersion":1,
                          "boroughCode":"E09000019","startsOn":"2027-01-12","endsOn":"2027-07-13",
                          "capacity":12,"taken":9,"free":3,"overCapacity":0,
                          "belowMinimumToRun":false,"nextIntakeOn":"2027-02-23"}]}
                          """)))
  @APIResponse(responseCode = "400", description = "A limit or cursor that is not taken")
  public Response list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<RunPlaces> found =
        runs.newestBefore(Cursor.before(cursor), Page.rows(limit), LocalDate.now(clock));
    return Answers.page(Page.of(found, limit, RunPlaces::runId, run -> run), request);
  }

  @GET
  @Path("/forecast")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator", "assessor"})
  @Operation(
      operationId = "forecastWaiting",
      summary = "Read how long men of each borough may have to wait for a place")
  @APIResponse(
      responseCode = "200",
      description = "The forecast, with its method; what is not known is said to be unknown",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = WaitingForecast.class),
              examples =
                  @ExampleObject(
                      name = "two boroughs",
                      value =
                          """
                          {"asOf":"2027-02-01","method":"One queue for all boroughs …",
                          "waiting":4,"placesInSight":3,"known":false,"boroughs":[
                          {"boroughCode":"E09000007","waiting":3,"longestWaitDays":40,"known":true,
                          "medianWaitDays":55,"withoutPlaceInSight":0},
                          {"boroughCode":"E09000019","waiting":1,"longestWaitDays":2,
                          "known":false,"withoutPlaceInSight":1}]}
                          """)))
  public WaitingForecast forecast() {
    LocalDate today = LocalDate.now(clock);
    return WaitingForecast.of(waiting.queue(), runs.supply(today), today);
  }
}
