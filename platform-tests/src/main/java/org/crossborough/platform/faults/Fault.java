package org.crossborough.platform.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
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
    POISON,
    /** A service is ended when it has committed, and before it could send what it committed. */
    KILL_BEFORE_SENDING,
    /** A service is ended when the broker has acknowledged, and before that was noted. */
    KILL_BEFORE_NOTING,
    /** A service is ended when it has applied events, and before its position is committed. */
    KILL_BEFORE_POSITION,
    /** A key is replaced by its own operation while those before it are in use. */
    ROTATE_REALM_KEY,
    ROTATE_INTAKE_KEY,
    ROTATE_WRAPPING_KEY,
    ROTATE_SEARCH_KEY,
    /** Nothing reaches a server any more; needs the rights to set up a packet filter. */
    PARTITION,
    /**
     * No byte fits on the disk of all servers; needs a state whose data are on a disk of its own.
     */
    DISK_FULL,
    /** The clock of a service is put forward, then back; needs libfaketime. */
    CLOCK_STEP;

    /** Whether every machine will do. */
    boolean isForAll() {
      return this != PARTITION && this != DISK_FULL && this != CLOCK_STEP;
    }

    boolean isKill() {
      return name().startsWith("KILL");
    }
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

  /** Every fault that needs no rights of the machine's. */
  static List<Fault> all() {
    return all(EnumSet.allOf(Kind.class).stream().filter(Kind::isForAll).toList());
  }

  /** Every fault of these kinds. */
  static List<Fault> all(Collection<Kind> kinds) {
    return everything().stream().filter(fault -> kinds.contains(fault.kind())).toList();
  }

  private static List<Fault> everything() {
    List<Fault> all = new ArrayList<>();
    for (String process : PROCESSES) {
      all.add(new Fault(Kind.KILL, process));
      all.add(new Fault(Kind.PAUSE, process));
    }
    for (String service : LISTENERS) {
      all.add(new Fault(Kind.REPLAY, service));
      all.add(new Fault(Kind.KILL_BEFORE_POSITION, service));
      all.add(new Fault(Kind.CLOCK_STEP, service));
    }
    all.add(new Fault(Kind.RESEND, "referral-service"));
    all.add(new Fault(Kind.RESEND, "safety-service"));
    // The survivor side tells of nothing while it hears of nothing: none of its events would wait.
    all.add(new Fault(Kind.KILL_BEFORE_SENDING, "referral-service"));
    all.add(new Fault(Kind.KILL_BEFORE_NOTING, "referral-service"));
    all.add(new Fault(Kind.POISON, "kafka"));
    all.add(new Fault(Kind.ROTATE_REALM_KEY, "keycloak"));
    all.add(new Fault(Kind.ROTATE_INTAKE_KEY, "safety-service"));
    all.add(new Fault(Kind.ROTATE_WRAPPING_KEY, "safety-service"));
    all.add(new Fault(Kind.ROTATE_SEARCH_KEY, "safety-service"));
    for (String server : List.of("kafka", "postgres-main", "postgres-safety")) {
      all.add(new Fault(Kind.PARTITION, server));
    }
    all.add(new Fault(Kind.DISK_FULL, "postgres-main"));
    return all;
  }

  /** So many faults in an order that the seed decides, each once before any comes again. */
  static List<Fault> schedule(List<Fault> all, long seed, int rounds) {
    // java.util.Random: its sequence is part of its specification, so that a seed replays.
    Random random = new Random(seed);
    List<Fault> schedule = new ArrayList<>();
    while (schedule.size() < rounds) {
      List<Fault> deck = new ArrayList<>(all);
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
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + process;
  }
}
