package org.crossborough.outcomes.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure as it is shown, with all that is needed to recompute it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Metric", description = "A figure with all that is needed to recompute it.")
record MetricView(
    @Schema(description = "The catalogue id.") String id,
    @Schema(description = "Which definition of a metric that has several.")
        @Nullable String variant,
    @Schema(description = "The calendar year it was released for.") @Nullable String period,
    String name,
    String definition,
    String method,
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
    @Schema(description = "How many people are behind a sum or a mean.") @Nullable Long n,
    @Schema(description = "Men who started and have both TOPs.") @Nullable Long paired,
    @Schema(description = "Men who started.") @Nullable Long started,
    @Schema(description = "The minimum of the runs' templates, when they share one.")
        @Nullable Integer thresholdMinutes) {}
