package org.crossborough.platform.conformance;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.local.keycloak.BoroughClient;
import org.crossborough.local.keycloak.DemoTokens;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;
import org.crossborough.platform.driver.Patience;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.driver.Tokens;

/**
 * The command line of the conformance program: plays what a borough's system does, the right way
 * and the wrong ways, and prints a score. It exits with 0 when everything held.
 */
public final class Conformance {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Conformance() {}

  /** Takes the platform's state folder, the client to call as, and its borough. */
  public static void main(String[] arguments) {
    if (arguments.length != 3) {
      System.err.println("Usage: Conformance STATE-FOLDER CLIENT GSS");
      System.exit(2);
    }
    StateFolder state = new StateFolder(Path.of(arguments[0]).toAbsolutePath().normalize());
    Ports ports = Ports.remembered(state);
    Patience patience = new Patience(PATIENCE, _ -> {});
    Tokens tokens = new Tokens(name -> token(name, state, ports), patience);
    try (PublicApi api = new PublicApi(() -> ports.url(Port.GATEWAY), tokens, patience)) {
      String run = UUID.randomUUID().toString().substring(0, 8);
      Journey journey = new Journey(api, arguments[1], arguments[2], run);
      try (Webhooks webhooks =
          new Webhooks(api, arguments[1], run, () -> journey.referralId("told"))) {
        System.exit(report(journey.checks(webhooks), System.out) ? 0 : 1);
      }
    }
  }

  private static String token(String name, StateFolder state, Ports ports) {
    DemoTokens tokens = new DemoTokens(ports.issuer());
    return BoroughClient.kept(name, state)
        .map(client -> tokens.ofKey(name, client.assertion(state, ports.issuer(), Instant.now())))
        .orElseGet(() -> tokens.of(name));
  }

  /** Prints a line for each check and the score; whether everything held. */
  static boolean report(List<Check> checks, PrintStream out) {
    Map<String, int[]> areas = new TreeMap<>();
    int all = 0;
    int won = 0;
    for (Check check : checks) {
      boolean holds = holds(check);
      out.printf("  %-4s %-12s %s%n", holds ? "ok" : "NO", check.area(), check.what());
      int[] score = areas.computeIfAbsent(check.area(), _ -> new int[2]);
      score[0] += holds ? check.points() : 0;
      score[1] += check.points();
      won += holds ? check.points() : 0;
      all += check.points();
    }
    out.println();
    areas.forEach((area, score) -> out.printf("  %-14s %3d of %3d%n", area, score[0], score[1]));
    out.printf("%nScore: %d of %d%n", won, all);
    return won == all;
  }

  private static boolean holds(Check check) {
    try {
      return check.holds().getAsBoolean();
    } catch (RuntimeException _) {
      return false;
    }
  }
}
