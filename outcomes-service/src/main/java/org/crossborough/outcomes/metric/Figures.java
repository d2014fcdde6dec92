package org.crossborough.outcomes.metric;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.crossborough.outcomes.pairing.Measures;
import org.crossborough.outcomes.pairing.PairingConfig;
import org.crossborough.outcomes.pairing.PairingWindows;
import org.crossborough.outcomes.pathway.Participation;
import org.crossborough.outcomes.pathway.Participations;
import org.jspecify.annotations.Nullable;

/** Makes the figures of the catalogue for an audience, from the rows that it may count. */
@ApplicationScoped
class Figures {

  private final Participations participations;
  private final Measures measures;
  private final PairingWindows windows;

  Figures(Participations participations, Measures measures, PairingConfig windows) {
    this.participations = participations;
    this.measures = measures;
    this.windows = PairingWindows.of(windows);
  }

  /** The rows of an audience, read once for however many figures. */
  Sheet sheet(Audience audience, Instant asOf) {
    List<Participation> places = participations.onRunsOf(audience.boroughCode());
    Cohort cohort = Cohort.of(places, measures.ofStarters(audience.boroughCode()), windows);
    return new Sheet(audience, asOf, cohort, sharedThreshold(places));
  }

  private static @Nullable Integer sharedThreshold(List<Participation> places) {
    List<Integer> thresholds =
        places.stream().map(Participation::thresholdMinutes).distinct().toList();
    return thresholds.size() == 1 ? thresholds.getFirst() : null;
  }

  /** All that one audience's figures are made of, at one moment. */
  record Sheet(Audience audience, Instant asOf, Cohort cohort, @Nullable Integer thresholdMinutes) {

    MetricView view(Metric metric, Method method) {
      Release release = Release.of(metric.of(cohort, method), audience.policy());
      boolean paired = metric.isPaired();
      return new MetricView(
          metric.id(),
          null,
          null,
          metric.title(),
          metric.definition(),
          method.name(),
          release.numerator(),
          release.denominator(),
          release.value(),
          method == Method.DAY_DIFFERENCE ? "DAYS" : "PERCENT",
          audience.policy().name(),
          audience.area(),
          asOf,
          release.suppressed(),
          release.people(),
          paired ? audience.policy().count(metric.paired(cohort)).shown() : null,
          paired ? audience.policy().count(cohort.started()).shown() : null,
          metric == Metric.THRESHOLD_REACHED ? thresholdMinutes : null);
    }
  }
}
