package org.crossborough.outcomes.chart;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.crossborough.outcomes.feed.Feed;
import org.crossborough.outcomes.feed.FeedProblem;
import org.crossborough.outcomes.feed.Freshness;
import org.crossborough.outcomes.release.Releases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pictures of a feed, drawn from its released lines. */
@Path("/v1/feeds/{product}/charts/{metric}")
@RunOnVirtualThread
@Tag(name = "Charts", description = "Pictures of released figures, each with its text.")
class ChartResource {

  private static final String TYPE = "image/svg+xml";

  private static final String CHART =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 400" role="img" \
      aria-labelledby="title description"><title id="title">Completion</title>\
      <desc id="description">Percent. 2026-Q1: 62.5; 2026-Q2: withheld, the number is small or \
      would give a small one away.</desc></svg>\
      """;

  private final Feed.Door door;
  private final Charts charts;
  private final Releases releases;

  ChartResource(Feed.Door door, Charts charts, Releases releases) {
    this.door = door;
    this.charts = charts;
    this.releases = releases;
  }

  @GET
  @Path("over-time.svg")
  @Produces(TYPE)
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(operationId = "drawOverTime", summary = "Draw a metric over the released periods")
  @APIResponse(
      responseCode = "200",
      description = "SVG with a title and a description that tells every number",
      content =
          @Content(
              mediaType = TYPE,
              examples = @ExampleObject(name = "its words alone", value = CHART)))
  @APIResponse(responseCode = "304", description = "Nothing new")
  @APIResponse(responseCode = "404", description = "No feed or chart of yours has this address")
  public Response overTime(
      @Parameter(description = "The feed.", example = "london") String product,
      @Parameter(description = "The catalogue id.", example = "M-08") String metric,
      @QueryParam("area") @Parameter(description = "A borough's code; only analysts have a choice.")
          @Nullable String area,
      @Context HttpHeaders request) {
    Feed feed = door.open(product, area);
    return drawn(feed, request, metric, "time", () -> charts.overTime(feed, metric));
  }

  @GET
  @Path("by-line.svg")
  @Produces(TYPE)
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(
      operationId = "drawByLine",
      summary = "Draw the newest period, by programme, borough or kind of referrer",
      description = "By whatever the feed's table of the metric is split.")
  @APIResponse(
      responseCode = "200",
      description = "SVG with a title and a description that tells every number",
      content =
          @Content(
              mediaType = TYPE,
              examples = @ExampleObject(name = "its words alone", value = CHART)))
  @APIResponse(responseCode = "304", description = "Nothing new")
  @APIResponse(responseCode = "404", description = "No feed or chart of yours has this address")
  public Response byLine(
      @Parameter(description = "The feed.", example = "london") String product,
      @Parameter(description = "The catalogue id.", example = "M-08") String metric,
      @QueryParam("area") @Parameter(description = "A borough's code; only analysts have a choice.")
          @Nullable String area,
      @Context HttpHeaders request) {
    Feed feed = door.open(product, area);
    return drawn(feed, request, metric, "lines", () -> charts.byLine(feed, metric));
  }

  private Response drawn(
      Feed feed, HttpHeaders request, String metric, String kind, Supplier<Optional<Chart>> chart) {
    if (Charts.titled(metric).isEmpty()) {
      throw FeedProblem.NOT_FOUND.because("No chart is made of this metric.");
    }
    String tag =
        "%s-%d-%s-%s"
            .formatted(
                feed.area(), releases.newestPlace(feed.product(), feed.area()), metric, kind);
    return Freshness.of(
        request, tag, () -> Response.ok(ChartSvg.of(chart.get().orElseThrow()), TYPE));
  }
}
