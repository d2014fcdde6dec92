package org.crossborough.referral.screening.draft;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.referral.screening.ScreeningConfig;
import org.jboss.logging.Logger;

/** Every night, destroys the drafts that nobody has gone on with. */
@ApplicationScoped
class ForgottenDrafts {

  private static final Logger LOG = Logger.getLogger(ForgottenDrafts.class);

  private final ScreeningDrafts drafts;
  private final ScreeningConfig config;
  private final Clock clock;

  ForgottenDrafts(ScreeningDrafts drafts, ScreeningConfig config, Clock clock) {
    this.drafts = drafts;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      identity = "screening-drafts",
      cron = "0 45 3 * * ?",
      timeZone = "Europe/London",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void destroy() {
    SystemWork.run(() -> {
      Duration kept = Duration.ofDays(config.draftDays());
      long destroyed =
          QuarkusTransaction.requiringNew()
              .call(() -> drafts.forgetUnchangedSince(clock.instant().minus(kept)));
      if (destroyed > 0) {
        LOG.infof("Destroyed %d drafts of screenings that nobody went on with", destroyed);
      }
    });
  }
}
