package org.crossborough.platform.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Set;
import org.crossborough.platform.driver.Patience;
import org.crossborough.platform.oracle.Witness;
import org.crossborough.platform.traffic.Attempt.Kind;
import org.crossborough.platform.traffic.Attempt.Outcome;
import org.crossborough.platform.traffic.Complaint;
import org.crossborough.platform.traffic.History;

/** Intake while the broker is down: everything is accepted, and afterwards everything arrives. */
final class Outage {

  private static final int CALLERS = 1;
  private static final Duration CATCHING_UP = Duration.ofMinutes(10);
  private static final Duration STEP = Duration.ofSeconds(30);

  private Outage() {}

  /** Whether every request was accepted and the lag came back to nothing. */
  static boolean run(Campaign campaign, int seconds, PrintStream out) {
    campaign.platform().kill9("kafka");
    long start = System.nanoTime();
    try (var _ = campaign.traffic().start(CALLERS)) {
      while (System.nanoTime() - start < Duration.ofSeconds(seconds).toNanos()) {
        Saboteur.sleep(STEP.toMillis());
        out.printf(
            "%4d s without a broker: %d referrals, %d unknown, %d events wait%n",
            (System.nanoTime() - start) / 1_000_000_000,
            campaign.acknowledged(),
            campaign.history().unknown().size(),
            waiting(campaign));
      }
    }
    History history = campaign.history();
    long asked = history.all().stream().filter(one -> one.kind() != Kind.HOPELESS).count();
    long accepted = history.all().stream().filter(one -> one.outcome() == Outcome.OK).count();
    long back = System.nanoTime();
    campaign.platform().up();
    boolean quiet = campaign.witness().awaitQuiet(new Patience(CATCHING_UP, _ -> {}));
    double lag = (System.nanoTime() - back) / 1e9;
    Set<Complaint> complaints = campaign.news();
    out.printf("%d of %d requests accepted without a broker%n", accepted, asked);
    out.printf("lag back to 0 %.1f s after the broker was told to start: %s%n", lag, quiet);
    complaints.stream().limit(20).forEach(one -> out.println("  " + one));
    return accepted == asked && quiet && complaints.isEmpty();
  }

  private static long waiting(Campaign campaign) {
    return Witness.SERVICES.stream().mapToLong(campaign.witness()::unsent).sum();
  }
}
