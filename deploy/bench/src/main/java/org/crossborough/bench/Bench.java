package org.crossborough.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.crossborough.local.RunningPlatform;

/**
 * The command line: measures the platform of a state folder of its own, on which nothing else runs,
 * beside the same statements without any service, and keeps the figures in a page.
 */
final class Bench {

  private static final String USAGE =
      "Usage: Bench STATE-FOLDER PAGE [WARM-UP-SECONDS COUNTED-SECONDS SIZE...]";
  private static final List<Integer> SIZES = List.of(20_000, 200_000);
  private static final int CALLERS = 8;
  private static final int RUNS = 1_000;
  private static final List<String> METERED =
      List.of(
          "gateway",
          "referral-service",
          "programme-service",
          "outcomes-service",
          "postgres-main",
          "kafka");

  private final RunningPlatform platform;
  private final Load load;
  private final Report report;
  private final PrintStream out;
  private final List<Row> rows = new ArrayList<>();

  private Bench(RunningPlatform platform, Load load, Report report, PrintStream out) {
    this.platform = platform;
    this.load = load;
    this.report = report;
    this.out = out;
  }

  /** Starts the platform, measures, and stops it. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length < 2) {
      System.err.println(USAGE);
      System.exit(2);
    }
    List<String> numbers = List.of(arguments).subList(2, arguments.length);
    Load load =
        numbers.size() < 2
            ? new Load(CALLERS, Duration.ofSeconds(12), Duration.ofSeconds(10))
            : new Load(CALLERS, seconds(numbers.get(0)), seconds(numbers.get(1)));
    List<Integer> sizes =
        numbers.size() < 3
            ? SIZES
            : numbers.subList(2, numbers.size()).stream().map(Integer::valueOf).toList();
    RunningPlatform platform = RunningPlatform.start(Path.of(arguments[0]));
    try {
      Report report = new Report(Path.of(arguments[1]));
      new Bench(platform, load, report, System.out).measure(sizes);
    } finally {
      platform.down();
    }
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private void measure(List<Integer> sizes) throws InterruptedException {
    out.print(Report.HEAD);
    if (wanted("gateway")) {
      new GatewayScenario(platform, load).measure(this::add);
    }
    if (wanted("crowd")) {
      new CrowdScenario(platform, load).measure(this::add);
    }
    if (wanted("feeds")) {
      new FeedsScenario(platform, load).measure(this::add);
    }
    if (wanted("referrals")) {
      measureReferrals(sizes);
    }
    if (wanted("registers")) {
      new RegisterScenario(platform, load).measure(RUNS, this::add);
    }
  }

  /** {@code -Dcrossborough.bench.scenario=feeds} measures that one alone. */
  private static boolean wanted(String scenario) {
    return scenario.equals(System.getProperty("crossborough.bench.scenario", scenario));
  }

  private void measureReferrals(List<Integer> sizes) throws InterruptedException {
    ReferralScenarios referrals = new ReferralScenarios(platform, load, this::add);
    referrals.prepareBaseline();
    int before = 0;
    for (int size : sizes) {
      referrals.fill(before + 1, size, sizes.getLast());
      referrals.measure(size);
      before = size;
    }
  }

  private void add(String what, int size, double beside, Measurement measurement)
      throws InterruptedException {
    double busy = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Meter meter = new Meter(platform, METERED);
    Figures figures = measurement.take(meter);
    String each = meter.each(figures.perSecond() * load.counted().toSeconds());
    Row row = new Row(what, size, figures, each, busy, beside);
    rows.add(row);
    out.println(row.markdown());
    // After each line, so that a run which is ended early has left what it had.
    report.write(load, rows);
  }

  /** Something that takes its time and then has figures. */
  @FunctionalInterface
  interface Measurement {

    Figures take(Meter meter) throws InterruptedException;
  }

  /** Where scenarios bring what they measure. */
  @FunctionalInterface
  interface Measuring {

    /**
     * Measures, prints and keeps.
     *
     * @param beside the rate it is compared with; not a number for none
     */
    void of(String what, int size, double beside, Measurement measurement)
        throws InterruptedException;
  }
}
