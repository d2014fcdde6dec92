package org.crossborough.platform.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.local.RunningPlatform;
import org.crossborough.platform.driver.Refused;
import org.crossborough.platform.traffic.Attempt.Kind;
import org.crossborough.platform.traffic.Attempt.Outcome;
import org.crossborough.platform.traffic.Complaint;
import org.crossborough.platform.traffic.History;

/** The command line of the fault campaign. */
public final class Faults {

  private static final String USAGE =
      """
      Usage: Faults STATE-FOLDER rounds COUNT [SEED [KIND,KIND]]    faults under traffic
             Faults STATE-FOLDER planted [SEED]         bugs planted on purpose: each must be found
             Faults STATE-FOLDER outage SECONDS         traffic while the broker is down\
      """;
  private static final int PER_ROUND = 110;
  private static final int KINDS_AT = 4;

  /** Held so that its level stays as it is set. */
  private static final Logger LAUNCHER = Logger.getLogger("org.crossborough.local");

  private Faults() {}

  /** Exits with 0 when all is as it must be, with 1 when not, and with 2 when misunderstood. */
  public static void main(String[] words) {
    if (words.length < 2) {
      System.err.println(USAGE);
      System.exit(2);
    }
    LAUNCHER.setLevel(Level.WARNING);
    try {
      long seed = words.length > seedAt(words[1]) ? Long.parseLong(words[seedAt(words[1])]) : 1;
      RunningPlatform platform = RunningPlatform.start(Path.of(words[0]));
      boolean well;
      try (Campaign campaign = new Campaign(platform, seed, PER_ROUND, Faults::print)) {
        well =
            switch (words[1]) {
              case "rounds" -> rounds(campaign, kinds(words), seed, Integer.parseInt(words[2]));
              case "planted" -> planted(campaign);
              case "outage" -> Outage.run(campaign, Integer.parseInt(words[2]), System.out);
              default -> throw new IllegalArgumentException(USAGE);
            };
      }
      System.exit(well ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (IllegalStateException | Refused e) {
      System.err.println("Failed: " + e.getMessage());
      System.exit(1);
    }
  }

  private static int seedAt(String command) {
    return command.equals("planted") ? 2 : 3;
  }

  private static List<Fault> kinds(String[] words) {
    return words.length <= KINDS_AT
        ? Fault.all()
        : Fault.all(
            Stream.of(words[KINDS_AT].split(",", -1))
                .map(name -> Fault.Kind.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList());
  }

  private static boolean rounds(Campaign campaign, List<Fault> faults, long seed, int count) {
    System.out.printf("%d rounds, seed %d%n", count, seed);
    System.out.println(
        "round  fault                                   ok  unknown  first success   quiet");
    List<Round> rounds = campaign.run(faults, count);
    summary(rounds, campaign.history());
    return rounds.stream().allMatch(Round::isWell);
  }

  private static void print(Round round) {
    System.out.printf(
        "%5d  %-38s %4d %8d %11s ms %5d ms  %s%n",
        round.number(),
        round.fault(),
        round.acknowledged(),
        round.unknown(),
        round.firstSuccessMillis().isPresent() ? round.firstSuccessMillis().getAsLong() : "no",
        round.quietMillis(),
        round.isWell() ? "" : "WRONG");
    round.complaints().stream().limit(20).forEach(one -> System.out.println("         " + one));
  }

  private static void summary(List<Round> rounds, History history) {
    Map<String, List<Long>> byFault =
        rounds.stream()
            .filter(round -> round.fault().kind().isKill())
            .filter(round -> round.firstSuccessMillis().isPresent())
            .collect(
                Collectors.groupingBy(
                    round -> round.fault().process(),
                    TreeMap::new,
                    Collectors.mapping(
                        round -> round.firstSuccessMillis().orElseThrow(), Collectors.toList())));
    System.out.printf("%n%-20s %6s %10s %10s%n", "killed", "times", "median ms", "most ms");
    byFault.forEach((process, times) ->
        System.out.printf(
            "%-20s %6d %10d %10d%n",
            process, times.size(), Quantile.of(times, 0.5), Quantile.of(times, 1)));
    List<Long> all = byFault.values().stream().flatMap(List::stream).toList();
    if (!all.isEmpty()) {
      System.out.printf(
          "p99 of the time to the first success after a kill: %d ms of %d kills%n",
          Quantile.of(all, 0.99), all.size());
    }
    Map<Complaint.Kind, Long> wrong =
        rounds.stream()
            .map(Round::complaints)
            .flatMap(Set::stream)
            .collect(Collectors.groupingBy(Complaint::kind, TreeMap::new, Collectors.counting()));
    System.out.printf(
        "%d rounds: %d referrals, %d hand-overs and %d moves acknowledged, %d refused, %d asked for"
            + " again%n",
        rounds.size(),
        history.count(Kind.REFERRAL, Outcome.OK),
        history.count(Kind.HAND_OVER, Outcome.OK),
        history.count(Kind.TRIAGE, Outcome.OK),
        history.all().stream().filter(one -> one.outcome() == Outcome.REFUSED).count(),
        rounds.stream().mapToInt(Round::unknown).sum());
    System.out.printf(
        "%d lost, %d twice, %d phantom, %d of other kinds%n",
        wrong.getOrDefault(Complaint.Kind.LOST, 0L),
        wrong.getOrDefault(Complaint.Kind.TWICE, 0L),
        wrong.getOrDefault(Complaint.Kind.PHANTOM, 0L),
        wrong.entrySet().stream()
            .filter(one ->
                !Set.of(Complaint.Kind.LOST, Complaint.Kind.TWICE, Complaint.Kind.PHANTOM)
                    .contains(one.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum());
  }

  private static boolean planted(Campaign campaign) {
    int found = 0;
    Set<Complaint> before = campaign.news();
    before.forEach(one -> System.out.println("before any bug: " + one));
    for (PlantedBug bug : PlantedBug.values()) {
      bug.plant(campaign);
      Set<Complaint> news = campaign.news();
      boolean caught = news.stream().anyMatch(one -> one.kind() == bug.shows());
      found += caught ? 1 : 0;
      System.out.printf("%-8s %-28s %s%n", caught ? "caught" : "MISSED", bug, news);
    }
    System.out.printf("%d of %d planted bugs caught%n", found, PlantedBug.values().length);
    return before.isEmpty() && found == PlantedBug.values().length;
  }
}
