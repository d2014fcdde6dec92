package org.crossborough.platform.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.crossborough.local.RunningPlatform;
import org.crossborough.platform.driver.Patience;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.oracle.Oracle;
import org.crossborough.platform.oracle.Witness;
import org.crossborough.platform.traffic.Complaint;
import org.crossborough.platform.traffic.History;
import org.crossborough.platform.traffic.Traffic;

/** Rounds of traffic, each with one fault in its midst and a judgement at its end. */
final class Campaign implements AutoCloseable {

  private static final Duration RECOVERY = Duration.ofMinutes(5);
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final int CALLERS = 4;
  private static final int BEFORE = 20;
  private static final int LONGEST_DELAY_MILLIS = 1_000;
  private static final int SHORTEST_PAUSE_MILLIS = 2_000;
  private static final int PAUSE_SPREAD_MILLIS = 6_000;

  private final RunningPlatform platform;
  private final long seed;
  private final int perRound;
  private final Consumer<Round> progress;
  private final Saboteur saboteur;
  private final Witness witness;
  private final Traffic traffic;
  private final Set<Complaint> told = new TreeSet<>();

  /**
   * @param perRound how many referrals are acknowledged in a round at least
   */
  Campaign(RunningPlatform platform, long seed, int perRound, Consumer<Round> progress) {
    this.platform = platform;
    this.seed = seed;
    this.perRound = perRound;
    this.progress = progress;
    this.witness = new Witness(platform);
    this.traffic = new Traffic(platform, new Patience(RECOVERY, _ -> {}), "FAULT-" + seed);
    this.saboteur = new Saboteur(platform, traffic);
  }

  /** So many rounds, one after the other, with these faults. */
  List<Round> run(List<Fault> faults, int rounds) {
    List<Round> done = new ArrayList<>();
    List<Fault> schedule = Fault.schedule(faults, seed, rounds);
    for (int number = 1; number <= rounds; number++) {
      Round round = round(number, schedule.get(number - 1));
      done.add(round);
      progress.accept(round);
    }
    return done;
  }

  private Round round(int number, Fault fault) {
    Random random = new Random(seed * 31 + number);
    int before = acknowledged();
    Recovery recovery = new Recovery(api(), RECOVERY);
    recovery.assertWell(fault);
    OptionalLong firstSuccess;
    try (var _ = traffic.start(CALLERS)) {
      awaitAcknowledged(before + BEFORE);
      Saboteur.sleep(random.nextInt(LONGEST_DELAY_MILLIS));
      tryTo(fault, () -> saboteur.strike(fault));
      CompletableFuture<OptionalLong> success = recovery.begin(fault);
      int millis = SHORTEST_PAUSE_MILLIS + random.nextInt(PAUSE_SPREAD_MILLIS);
      tryTo(fault, () -> saboteur.heal(fault, millis));
      firstSuccess = success.join();
      if (firstSuccess.isEmpty()) {
        history().complain(new Complaint(Complaint.Kind.NOT_RECOVERED, "from " + fault));
      }
      awaitAcknowledged(before + perRound);
    }
    int unknown = history().unknown().size();
    traffic.settle();
    traffic.repeatSome(random);
    long start = System.nanoTime();
    Set<Complaint> complaints = news();
    long quiet = (System.nanoTime() - start) / 1_000_000;
    return new Round(
        number, fault, acknowledged() - before, unknown, firstSuccess, quiet, complaints);
  }

  private void tryTo(Fault fault, Runnable act) {
    try {
      act.run();
    } catch (IllegalStateException failure) {
      history()
          .complain(new Complaint(Complaint.Kind.NOT_STRUCK, fault + ": " + failure.getMessage()));
    }
  }

  private void awaitAcknowledged(int count) {
    try {
      api().patience().until(count + " referrals", () -> acknowledged() >= count);
    } catch (IllegalStateException tooFew) {
      history()
          .complain(
              new Complaint(Complaint.Kind.NOT_RECOVERED, String.valueOf(tooFew.getMessage())));
    }
  }

  /** What is wrong now and was not told before. */
  Set<Complaint> news() {
    boolean _ = witness.awaitQuiet(new Patience(QUIET, _ -> {}));
    Set<Complaint> all =
        new TreeSet<>(Oracle.judge(history(), traffic.prefix(), witness.look(), saboteur.poison()));
    witness.auditFault().ifPresent(fault -> all.add(new Complaint(Complaint.Kind.AUDIT, fault)));
    all.removeAll(told);
    told.addAll(all);
    return all;
  }

  int acknowledged() {
    return traffic.acknowledged();
  }

  History history() {
    return traffic.history();
  }

  Traffic traffic() {
    return traffic;
  }

  RunningPlatform platform() {
    return platform;
  }

  PublicApi api() {
    return traffic.api();
  }

  Witness witness() {
    return witness;
  }

  @Override
  public void close() {
    traffic.close();
  }
}
