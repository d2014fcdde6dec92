package org.crossborough.referral.equality;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.referral.form.Occasion;
import org.jboss.logging.Logger;

/**
 * Publishes every night what has changed of the quarters that have ended. All processes of the
 * service try; the first one publishes, and the others find that nothing has changed since.
 */
@ApplicationScoped
class NightlyPublication {

  /** A quarter past three, when London is asleep. */
  static final String USUAL = "0 15 3 * * ?";

  private static final Logger LOG = Logger.getLogger(NightlyPublication.class);
  private static final String BY = "referral-service";

  private final EqualityPublications publications;
  private final EqualityConfig config;
  private final Clock clock;

  NightlyPublication(EqualityPublications publications, EqualityConfig config, Clock clock) {
    this.publications = publications;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      identity = "equality-profile",
      cron = "${crossborough.equality.publish-at:" + USUAL + "}",
      timeZone = "Europe/London",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void publish() {
    publishEnded(new Occasion(clock.instant(), BY));
  }

  /** The ended quarters, oldest first, so that the newest publication is that of the newest. */
  void publishEnded(Occasion occasion) {
    for (FinancialQuarter quarter : ended(occasion)) {
      for (EqualityBasis basis : EqualityBasis.values()) {
        SystemWork.run(() ->
            publications
                .publishIfChanged(quarter, basis, occasion)
                .ifPresent(told -> LOG.infof("Published %s %s", told.period(), told.basis())));
      }
    }
  }

  private List<FinancialQuarter> ended(Occasion occasion) {
    return Stream.iterate(
            FinancialQuarter.of(occasion.today()).previous(), FinancialQuarter::previous)
        .limit(config.quarters())
        .toList()
        .reversed();
  }
}
