package org.crossborough.outcomes.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.outcomes.pairing.PairAnchor;
import org.crossborough.outcomes.tally.Breakdown;
import org.crossborough.outcomes.tally.Method;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure as it is shown, with all that is needed to recompute it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Metric", description = "A figure with all that is needed to recompute it.")
record MetricView(
    @Schema(description = "The catalogue id.") String id,
    @Schema(description = "Which figure of a metric that has several.") @Nullable String variant,
    @Schema(description = "The period it was asked, or released, for; absent for all there is.")
        @Nullable String period,
    String name,
    String definition,
    @Schema(description = "What the numerator counts.") String numeratorMeaning,
    @Schema(description = "What the denominator counts; empty for a plain count.")
        String denominatorMeaning,
    Metric.Owner owner,
    @Schema(description = "Whose borough and which day a number belongs to.")
        Metric.Counted counted,
    @Schema(description = "The version of the definition.") int version,
    @Schema(description = "From when on the definition holds.") LocalDate since,
    String method,
    @Schema(description = "The methods that there are; the first is used unless one is named.")
        List<Method> methods,
    @Schema(description = "By what an exact figure can be told apart.") List<Breakdown> breakdowns,
    @Schema(description = "Exact or rounded as the policy says; absent when withheld.")
        @Nullable Long numerator,
    @Schema(description = "Exact or rounded as the policy says; absent when withheld.")
        @Nullable Long denominator,
    @Schema(
            description =
                "A decimal, rounded half up once; * when suppressed; absent when undefined.")
        @Nullable String value,
    String unit,
    String policy,
    @Schema(description = "The borough's code, or that of London.") String scope,
    Instant asOf,
    boolean suppressed,
    @Schema(description = "Whether there is a figure yet: some are released by others.")
        boolean available,
    @Schema(description = "How many people are behind a sum or a mean.") @Nullable Long n,
    @Schema(description = "Men who started and have both TOPs.") @Nullable Long paired,
    @Schema(description = "Men who started.") @Nullable Long started,
    @Schema(description = "The minimum of the runs' templates, when they share one.")
        @Nullable Integer thresholdMinutes,
    @Schema(description = "The same told apart, when that was asked for.")
        @Nullable List<GroupView> groups,
    @Schema(description = "Around what the pairs of TOPs lie; absent of a figure made of none.")
        @Nullable PairAnchor anchor) {

  /** The same with its groups. */
  MetricView toldApart(List<GroupView> by) {
    return new MetricView(
        id,
        variant,
        period,
        name,
        definition,
        numeratorMeaning,
        denominatorMeaning,
        owner,
        counted,
        version,
        since,
        method,
        methods,
        breakdowns,
        numerator,
        denominator,
        value,
        unit,
        policy,
        scope,
        asOf,
        suppressed,
        available,
        n,
        paired,
        started,
        thresholdMinutes,
        by,
        anchor);
  }

  /** The figure of one group. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "MetricGroup")
  record GroupView(
      String group,
      @Nullable String variant,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable String value,
      boolean suppressed,
      @Nullable Long n) {}
}
