package org.crossborough.platform.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** One thing that is done to one process. */
record Fault(Kind kind, String process) {

  /** What is done. */
  enum Kind {
    /** Ended at once, and started again. */
    KILL,
    /** Made to stand still, with everything it has started, and let go on. */
    PAUSE,
    /** A service is ended, reads every topic from its beginning and so hears all of it again. */
    REPLAY,
    /** The last events of a service are sent a second time. */
    RESEND,
    /** Records that nobody can read come between the others. */
    POISON
  }

  private static final List<String> PROCESSES =
      List.of(
          "gateway",
          "referral-service",
          "programme-service",
          "safety-service",
          "outcomes-service",
          "kafka",
          "postgres-main",
          "postgres-safety",
          "keycloak");

  private static final List<String> LISTENERS =
      List.of("referral-service", "programme-service", "safety-service", "outcomes-service");

  /** Every fault there is. */
  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    for (String process : PROCESSES) {
      all.add(new Fault(Kind.KILL, process));
      all.add(new Fault(Kind.PAUSE, process));
    }
    for (String service : LISTENERS) {
      all.add(new Fault(Kind.REPLAY, service));
    }
    all.add(new Fault(Kind.RESEND, "referral-service"));
    all.add(new Fault(Kind.RESEND, "safety-service"));
    all.add(new Fault(Kind.POISON, "kafka"));
    return all;
  }

  /** So many faults in an order that the seed decides, each once before any comes again. */
  static List<Fault> schedule(long seed, int rounds) {
    // java.util.Random: its sequence is part of its specification, so that a seed replays.
    Random random = new Random(seed);
    List<Fault> schedule = new ArrayList<>();
    while (schedule.size() < rounds) {
      List<Fault> deck = all();
      Collections.shuffle(deck, random);
      schedule.addAll(deck);
    }
    return List.copyOf(schedule.subList(0, rounds));
  }

  /** The short name of the service, of its database and its principal. */
  String service() {
    return process.replace("-service", "");
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + process;
  }
}
