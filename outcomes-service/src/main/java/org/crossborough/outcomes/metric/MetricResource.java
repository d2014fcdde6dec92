package org.crossborough.outcomes.metric;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.outcomes.pairing.PairAnchor;
import org.crossborough.outcomes.tally.Breakdown;
import org.crossborough.outcomes.tally.Method;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The figures that those who pay are shown. */
@Path("/v1/metrics")
@RunOnVirtualThread
@Tag(name = "Metrics", description = "What changed, for how many, and how that was computed.")
class MetricResource {

  private static final String AS_OF =
      "What was known at this moment, at the latest now; of London and of the nation, what had been"
          + " released by then.";

  private static final String START_RATE =
      """
      {"id":"M-08","name":"Start rate","definition":"Men who attended a first session with \
      countable minutes, of the men worked with.","method":"COUNT_RATIO","numerator":26,\
      "denominator":30,"value":"86.7","unit":"PERCENT","policy":"NONE","scope":"E09000019",\
      "asOf":"2026-06-01T09:00:00Z","suppressed":false,"available":true,\
      "numeratorMeaning":"Men who started","denominatorMeaning":"Men worked with",\
      "owner":"PROGRAMME","counted":"RUNS","version":1,"since":"2026-01-01",\
      "methods":["COUNT_RATIO"],"breakdowns":["BOROUGH","QUARTER","SOURCE","PROGRAMME"]}\
      """;

  /** All figures of an audience. */
  @Schema(name = "Metrics")
  record Metrics(List<MetricView> items) {}

  private final Figures figures;
  private final Caller caller;
  private final Clock clock;

  MetricResource(Figures figures, Caller caller, Clock clock) {
    this.figures = figures;
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
  @Operation(
      operationId = "listMetrics",
      summary = "Read every figure of your area",
      description =
          "A borough's own figures, and an analyst's, are exact and of this moment. Those of London"
              + " and of the nation are the newest that were released, each with its period and the"
              + " moment as of which it was counted; before the first release they are not"
              + " available. Asked as of an earlier moment, all are as they"
              + " were then known, or released.")
  @APIResponse(
      responseCode = "200",
      description = "The whole catalogue, with what there is of each metric",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Metrics.class),
              examples =
                  @ExampleObject(
                      name = "a borough's own",
                      value = "{\"items\":[" + START_RATE + "]}")))
  @APIResponse(
      responseCode = "400",
      description = "The moment has not come, or lies before anything was known")
  public Metrics list(
      @RestQuery
          @Parameter(
              description = AS_OF,
              example = "2026-06-01T09:00:00Z",
              schema = @Schema(implementation = Instant.class))
          @Nullable String asOf) {
    Audience audience = Audience.of(caller);
    Moment moment = Moment.of(asOf, clock.instant());
    return moment.read(audience, () -> new Metrics(figures.all(audience, moment)));
  }

  @GET
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Path("{id}")
  @Operation(operationId = "readMetric", summary = "Read one figure, by another method if wanted")
  @APIResponse(
      responseCode = "200",
      description = "The figure",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MetricView.class),
              examples = @ExampleObject(name = "a borough's own", value = START_RATE)))
  @APIResponse(
      responseCode = "400",
      description =
          "The metric is not computed by that method or around that, or not told apart by that; or"
              + " the moment has not come, or lies before anything was known")
  @APIResponse(
      responseCode = "403",
      description = "Periods and groups are for those who see exact figures")
  @APIResponse(responseCode = "404", description = "No such metric, or none published yet")
  public MetricView read(
      @Parameter(description = "The catalogue id.", example = "M-21") String id,
      @RestQuery @Parameter(description = "The first that the metric lists is the default.")
          @Nullable String method,
      @RestQuery
          @Parameter(
              description = "Of a metric that has several figures; the first is the default.",
              example = "TIER_4")
          @Nullable String variant,
      @RestQuery
          @Parameter(
              description =
                  "A financial year or a quarter of one, for those who see exact figures.",
              example = "2026-Q1")
          @Nullable String period,
      @RestQuery
          @Parameter(
              description = "Told apart by this as well, for those who see exact figures.",
              schema = @Schema(implementation = Breakdown.class))
          @Nullable String by,
      @RestQuery
          @Parameter(
              description =
                  "Around what the pairs of TOPs of a change lie; the programme is the default.",
              schema = @Schema(implementation = PairAnchor.class))
          @Nullable String anchor,
      @RestQuery
          @Parameter(
              description = AS_OF,
              example = "2026-06-01T09:00:00Z",
              schema = @Schema(implementation = Instant.class))
          @Nullable String asOf) {
    Moment moment = Moment.of(asOf, clock.instant());
    Audience audience = Audience.of(caller);
    Metric metric = Metric.of(id).orElseThrow(MetricResource::notFound);
    if (!metric.isCountedHere()) {
      return moment.read(
          audience, () -> one(figures.ofOthers(metric, audience, moment), metric, variant));
    }
    if ((period != null || by != null) && !audience.policy().isExact()) {
      throw MetricProblem.EXACT_ONLY.because("Use the products that are released for your area.");
    }
    Asked asked = new Asked(metric, offered(metric, method), around(metric, anchor), period);
    Breakdown breakdown = by == null ? null : breakdown(metric, by);
    return moment.read(
        audience,
        () -> {
          MetricView view = one(figures.of(asked, audience, moment), metric, variant);
          return breakdown == null
              ? view
              : view.toldApart(figures.groups(asked, audience, moment, breakdown));
        });
  }

  private static MetricView one(List<MetricView> views, Metric metric, @Nullable String variant) {
    String wanted =
        variant == null && metric == Metric.SUPPORT_CONTACT
            ? PublishedMetric.DEFAULT_VARIANT
            : variant;
    return views.stream()
        .filter(view -> wanted == null || wanted.equals(view.variant()))
        .findFirst()
        .orElseThrow(MetricResource::notFound);
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

  private static PairAnchor around(Metric metric, @Nullable String anchor) {
    if (anchor == null) {
      return PairAnchor.PROGRAMME;
    }
    return metric.anchors().stream()
        .filter(offered -> offered.name().equals(anchor))
        .findFirst()
        .orElseThrow(
            () -> MetricProblem.ANCHOR_NOT_OFFERED.because("Offered: " + metric.anchors() + "."));
  }

  private static Breakdown breakdown(Metric metric, String by) {
    return metric.breakdowns().stream()
        .filter(offered -> offered.name().equals(by))
        .findFirst()
        .orElseThrow(() ->
            MetricProblem.BREAKDOWN_NOT_OFFERED.because("Offered: " + metric.breakdowns() + "."));
  }

  private static HttpProblem notFound() {
    return MetricProblem.NOT_FOUND.because("Read the list of metrics.");
  }
}
