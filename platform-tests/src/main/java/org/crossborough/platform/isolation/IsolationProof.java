package org.crossborough.platform.isolation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.keycloak.DemoTokens;
import org.crossborough.platform.demo.Progress;
import org.crossborough.platform.demo.StoryPlayer;
import org.crossborough.platform.driver.Description;
import org.crossborough.platform.driver.Description.Operation;
import org.crossborough.platform.driver.Patience;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.driver.Refused;
import org.crossborough.platform.driver.Tokens;
import org.crossborough.platform.isolation.search.Canary;
import org.crossborough.platform.isolation.search.CanarySearch;

/**
 * The proof that nothing a survivor entrusts to the platform is anywhere but in the survivor side's
 * own store: canaries in every text of hers, every journey, every error, and then every byte.
 */
public final class IsolationProof {

  private static final String USAGE = "Usage: IsolationProof STATE-FOLDER [REPORT-FILE]";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String GATEWAY = "gateway";
  private static final String STRANGER = "demo-facilitator";

  /** Held so that its level stays as it is set. */
  private static final Logger LAUNCHER = Logger.getLogger("org.crossborough.local");

  private final RunningPlatform platform;
  private final Scope scope;
  private final PrintStream out;
  private final long start = System.nanoTime();
  private final RandomGenerator random = new SecureRandom();
  private final Canaries canaries = new Canaries(random);

  /**
   * How much is done.
   *
   * @param kills the process to kill, by the phase of the story in which to do it
   * @param heaps the processes whose memory is searched, besides the gateway
   * @param timingPairs how often a refusal is timed, both ways
   */
  public record Scope(Map<String, String> kills, List<String> heaps, int timingPairs) {

    /** Keeps the order in which memory is searched. */
    public Scope {
      kills = Map.copyOf(kills);
      heaps = List.copyOf(heaps);
    }

    /** Everything. */
    public static Scope full() {
      return new Scope(
          Map.of(
              "people at risk handed over, sealed", "safety-service",
              "people at risk contacted", "kafka"),
          List.of("referral-service", "programme-service", "outcomes-service", "kafka", "keycloak"),
          20_000);
    }

    /** What a build has time for. */
    public static Scope brief() {
      return new Scope(Map.of(), List.of(), 1_000);
    }
  }

  /** Proves on a platform that runs, and tells on {@code out} how it goes. */
  public IsolationProof(RunningPlatform platform, Scope scope, PrintStream out) {
    this.platform = platform;
    this.scope = scope;
    this.out = out;
  }

  /** Exits with 0 when nothing was found that should not be, and everything that should. */
  public static void main(String[] arguments) {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println(USAGE);
      System.exit(2);
    }
    LAUNCHER.setLevel(Level.WARNING);
    try {
      RunningPlatform platform = RunningPlatform.start(Path.of(arguments[0]));
      Findings findings = new IsolationProof(platform, Scope.full(), System.out).prove();
      if (arguments.length == 2) {
        Files.writeString(Path.of(arguments[1]), new ReportPage(findings).render());
      }
      findings
          .complaints(true)
          .forEach(complaint -> System.out.println("NOT PROVEN: " + complaint));
      System.exit(findings.complaints(true).isEmpty() ? 0 : 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException | Refused e) {
      System.err.println("Failed: " + e.getMessage());
      System.exit(1);
    }
  }

  /** Does all of it. */
  public Findings prove() {
    Patience patience = new Patience(PATIENCE, what -> out.println("  ...    " + what));
    Tokens tokens = new Tokens(new DemoTokens(platform.issuer())::of, patience);
    List<Operation> all;
    try (PublicApi plain = new PublicApi(platform::gatewayUrl, tokens, patience)) {
      all = Description.operations(plain);
    }
    SurvivorSide side = SurvivorSide.of(all);
    Overheard overheard = new Overheard(side::serves);
    try (PublicApi api = new PublicApi(platform::gatewayUrl, tokens, patience, overheard)) {
      Journeys journeys = new Journeys(api, canaries);
      Saboteur saboteur = new Saboteur(platform, scope.kills(), this::say);
      StoryPlayer.Outcome story = journeys.play("thin", saboteur);
      int kills = saboteur.awaitRepairs();
      Map<String, String> cases = journeys.casesOf(story.referrals());
      say("%d men from referral to figures, %d kills".formatted(cases.size(), kills));

      RoleMatrix matrix = new RoleMatrix(api, side, owners(story, cases)).test();
      say("%d cells of role, operation and owner".formatted(matrix.cells()));

      Twins twins = new Twins(api, all, side);
      List<String> differences = existence(journeys, twins);
      say("%d answers about men who went the same way compared".formatted(twins.compared()));

      Misuse misuse = new Misuse(api, canaries, List.copyOf(cases.values()));
      misuse.attempt(side, story.referrals().getFirst());
      String last = journeys.refer();
      journeys.handOver(last);
      say("%d requests with canaries, %d carried out".formatted(misuse.calls(), misuse.accepted()));

      Search search = search(overheard);
      Map<String, RefusalTiming.Comparison> timing = timing(tokens, patience, story, cases);
      return new Findings(
          canaries.planted().size(),
          search.needles(),
          api.calls(),
          misuse.accepted(),
          kills,
          scope.kills().size(),
          search.places(),
          search.control(),
          matrix,
          twins.compared(),
          differences,
          timing,
          (System.nanoTime() - start) / 1e9);
    }
  }

  private record Search(int needles, List<Place.Searched> places, PositiveControl control) {}

  private Search search(Overheard overheard) {
    PlatformPlaces platformPlaces = new PlatformPlaces(platform);
    PositiveControl control = new PositiveControl(random);
    try (HeapDumps heaps = new HeapDumps(platform)) {
      CanarySearch canarySearch = CanarySearch.of(canaries.planted());
      Predicate<Canary> every = _ -> true;
      // The gateway passes on what support workers read and write, and so has it for a moment; but
      // what travelled sealed it has never had, and of the rest it keeps nothing.
      Predicate<Canary> sealed = one -> one.field().startsWith(Canaries.SEALED);
      Predicate<Canary> untold = one -> !one.field().equals(Misuse.FIELD_NAME);
      Map<Place, Predicate<Canary>> errands = new LinkedHashMap<>();
      // Memory first: what comes after it may push out what was in it.
      errands.put(heaps.of(GATEWAY), sealed);
      errands.put(heaps.keptBy(GATEWAY), every);
      scope.heaps().forEach(process -> errands.put(heaps.of(process), every));
      platformPlaces.all().forEach(place -> errands.put(place, every));
      errands.put(overheard.answers(), untold);
      errands.put(overheard.envelopes(), every);
      long begun = System.nanoTime();
      List<Place.Searched> searched =
          errands.entrySet().parallelStream()
              .map(one -> one.getKey().search(canarySearch, one.getValue()))
              .toList();
      Set<Place> places = errands.keySet();
      long bytes = searched.stream().mapToLong(Place.Searched::bytes).sum();
      say(
          "%d MB searched for %d byte strings in %.1f s"
              .formatted(bytes >> 20, canarySearch.needles(), (System.nanoTime() - begun) / 1e9));
      searched.stream()
          .filter(place -> place.hits() > 0)
          .forEach(place -> say("HIT " + place.place() + " " + place.sightings()));
      places.forEach(control::copy);
      platformPlaces.planted(control.values()).forEach(control::expect);
      control.compressed(
          new Place.Files("log", List.of(platform.folder().resolve("logs/gateway.log"))));
      say("%d pairs of place and encoding controlled".formatted(control.pairs()));
      return new Search(canarySearch.needles(), searched, control);
    }
  }

  /** A case that came from one borough, and one from another. */
  private static Map<String, String> owners(StoryPlayer.Outcome story, Map<String, String> cases) {
    Map<String, String> owners = new LinkedHashMap<>();
    // The first man of the story was referred by Islington, the second by Camden.
    owners.put("Islington", Objects.requireNonNull(cases.get(story.referrals().getFirst())));
    owners.put("Camden", Objects.requireNonNull(cases.get(story.referrals().get(1))));
    return owners;
  }

  private List<String> existence(Journeys journeys, Twins twins) {
    Progress quiet = (_, _, _) -> {};
    StoryPlayer.Outcome pair = journeys.play("twins", quiet);
    Map<String, String> one = journeys.idsOf(pair, pair.referrals().getFirst());
    Map<String, String> other = journeys.idsOf(pair, pair.referrals().get(1));
    List<String> differences = new ArrayList<>(twins.differences(one, other, Set.of()));
    Runnable goOn = journeys.review(pair);
    differences.addAll(twins.differences(one, other, Set.of()));
    goOn.run();
    differences.addAll(twins.differences(one, other, Set.of()));
    String known = journeys.refer();
    String unknown = journeys.refer();
    journeys.assess(known);
    journeys.assess(unknown);
    journeys.handOver(known);
    differences.addAll(
        twins.differences(
            Map.of("referral", known),
            Map.of("referral", unknown),
            // The receipt, and that the referral was written when it came.
            Set.of("atRiskHandoff", "version")));
    return differences;
  }

  private Map<String, RefusalTiming.Comparison> timing(
      Tokens tokens, Patience patience, StoryPlayer.Outcome story, Map<String, String> cases) {
    Map<String, RefusalTiming.Comparison> timing = new LinkedHashMap<>();
    try (PublicApi quick = new PublicApi(platform::gatewayUrl, tokens, patience)) {
      timing.put(
          "a survivor case, asked for by a facilitator",
          new RefusalTiming(quick, STRANGER)
              .compare(
                  "/v1/survivor-cases/",
                  cases.values().iterator().next(),
                  scope.timingPairs(),
                  random));
      timing.put(
          "another borough's referral, asked for by a borough",
          new RefusalTiming(quick, "demo-borough-haringey")
              .compare(
                  "/v1/referrals/", story.referrals().getFirst(), scope.timingPairs(), random));
    }
    timing.forEach((what, comparison) -> say(what + ": " + comparison));
    return timing;
  }

  private void say(String what) {
    out.printf("  %5.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
  }
}
