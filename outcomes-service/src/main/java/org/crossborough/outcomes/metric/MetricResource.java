package org.crossborough.outcomes.metric;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.outcomes.publication.PublishedFigures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The figures that those who pay are shown. */
@Path("/v1/metrics")
@RunOnVirtualThread
@Tag(name = "Metrics", description = "What changed, for how many, and how that was computed.")
class MetricResource {

  private static final String START_RATE =
      """
      {"id":"M-08","name":"Start rate","definition":"Men who attended a first session with \
      countable minutes, of the men worked with.","method":"COUNT_RATIO","numerator":26,\
      "denominator":30,"value":"86.7","unit":"PERCENT","policy":"NONE","scope":"E09000019",\
      "asOf":"2026-06-01T09:00:00Z","suppressed":false}\
      """;

  /** All figures of an audience. */
  @Schema(name = "Metrics")
  record Metrics(List<MetricView> items) {}

  private final Figures figures;
  private final PublishedFigures published;
  private final Caller caller;
  private final Clock clock;

  MetricResource(Figures figures, PublishedFigures published, Caller caller, Clock clock) {
    this.figures = figures;
    this.published = published;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Transactional
  @Operation(operationId = "listMetrics", summary = "Read every figure of your area")
  @APIResponse(
      responseCode = "200",
      description = "The whole catalogue; M-18 once it has been released",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Metrics.class),
              examples =
                  @ExampleObject(
                      name = "a borough's own",
                      value = "{\"items\":[" + START_RATE + "]}")))
  public Metrics list() {
    Figures.Sheet sheet = figures.sheet(Audience.of(caller), now());
    Stream<MetricView> computed =
        Arrays.stream(Metric.values()).map(metric -> sheet.view(metric, metric.defaultMethod()));
    Stream<MetricView> released = published.latest().stream().map(PublishedMetric::view);
    return new Metrics(Stream.concat(computed, released).toList());
  }

  @GET
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Path("{id}")
  @Transactional
  @Operation(operationId = "readMetric", summary = "Read one figure, by another method if wanted")
  @APIResponse(
      responseCode = "200",
      description = "The figure",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MetricView.class),
              examples = @ExampleObject(name = "a borough's own", value = START_RATE)))
  @APIResponse(responseCode = "400", description = "The metric is not computed by that method")
  @APIResponse(responseCode = "404", description = "No such metric, or none published yet")
  public MetricView read(
      @Parameter(description = "The catalogue id.", example = "M-21") String id,
      @QueryParam("method")
          @Parameter(description = "M-21 and M-22 have several; the first is the default.")
          @Nullable String method,
      @QueryParam("variant") @Parameter(description = "Of M-18: its tier.", example = "TIER_4")
          @Nullable String variant) {
    Audience audience = Audience.of(caller);
    return Metric.of(id)
        .map(metric -> figures.sheet(audience, now()).view(metric, offered(metric, method)))
        .orElseGet(() -> released(id, variant));
  }

  private static Method offered(Metric metric, @Nullable String method) {
    if (method == null) {
      return metric.defaultMethod();
    }
    return metric
        .method(method)
        .orElseThrow(
            () -> MetricProblem.METHOD_NOT_OFFERED.because("Offered: " + metric.methods() + "."));
  }

  private MetricView released(String id, @Nullable String variant) {
    String wanted = variant == null ? PublishedMetric.DEFAULT_VARIANT : variant;
    return published.latest().stream()
        .filter(figure -> figure.metric().equals(id) && figure.variant().equals(wanted))
        .findFirst()
        .map(PublishedMetric::view)
        .orElseThrow(() -> MetricProblem.NOT_FOUND.because("Read the list of metrics."));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
