package org.crossborough.platform.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.local.state.Installation;
import org.junit.jupiter.api.Test;

/** Rules and dashboards ask for figures that exist, and every alert says what to do. */
class ObservabilityTest {

  private static final Path ROOT = Installation.find().root();
  private static final Path FILES = ROOT.resolve("deploy/observability");

  private static final Pattern OWN_METER = Pattern.compile("\"(crossborough\\.[a-z.]+)\"");
  private static final Pattern RULE_EXPRESSION =
      Pattern.compile("(?m)^ +expr: (>-\\R(?: {10}.*\\R)+|.*)");
  private static final Pattern PANEL_EXPRESSION =
      Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
  private static final Pattern RUNBOOK = Pattern.compile("runbook: (\\S+)");

  /** The words of the language, as far as it is used here. */
  private static final Set<String> LANGUAGE =
      Set.of("sum", "max", "count", "rate", "increase", "by", "and", "or", "absent");

  @Test
  void every_metric_of_the_rules_exists() {
    assertThat(metricsIn(RULE_EXPRESSION, FILES.resolve("alerts.yaml")))
        .hasSizeGreaterThan(5)
        .allMatch(ObservabilityTest::exists);
  }

  @Test
  void every_metric_of_the_dashboards_exists() throws IOException {
    try (Stream<Path> boards = Files.list(FILES.resolve("grafana"))) {
      assertThat(boards)
          .hasSize(3)
          .allSatisfy(board ->
              assertThat(metricsIn(PANEL_EXPRESSION, board))
                  .isNotEmpty()
                  .allMatch(ObservabilityTest::exists));
    }
  }

  @Test
  void every_metric_of_our_own_is_watched_or_shown() throws IOException {
    Set<String> used = metricsIn(RULE_EXPRESSION, FILES.resolve("alerts.yaml"));
    try (Stream<Path> boards = Files.list(FILES.resolve("grafana"))) {
      boards.forEach(board -> used.addAll(metricsIn(PANEL_EXPRESSION, board)));
    }
    assertThat(meters())
        .allSatisfy(meter ->
            assertThat(used).anyMatch(metric -> metric.startsWith(meter.replace('.', '_'))));
  }

  @Test
  void every_alert_has_a_page_that_says_what_to_do() {
    String rules = read(FILES.resolve("alerts.yaml"));
    List<String> pages = all(RUNBOOK, rules).toList();
    assertThat(pages).hasSameSizeAs(all(ALERT, rules).toList());
    assertThat(pages)
        .allSatisfy(page ->
            assertThat(read(ROOT.resolve(page)))
                .contains("## What it means", "## What to do", "## When it is over"));
  }

  @Test
  void every_page_names_the_alerts_that_lead_to_it() throws IOException {
    String rules = read(FILES.resolve("alerts.yaml"));
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/operating/runbooks"))) {
      String text = pages.map(ObservabilityTest::read).collect(Collectors.joining());
      assertThat(all(ALERT, rules)).allSatisfy(alert -> assertThat(text).contains("`" + alert));
    }
  }

  private static Set<String> metricsIn(Pattern expression, Path file) {
    return all(expression, read(file))
        .map(text ->
            text.replaceAll("\\\\?\"(?:[^\"\\\\]|\\\\(?!\"))*\\\\?\"", " ")
                .replaceAll("\\{[^}]*}|\\[[^]]*]", " ")
                .replaceAll("by \\([a-z, ]*\\)", " "))
        .flatMap(text -> all(Pattern.compile("(?<![\\w.])([a-z][a-z0-9_]*)"), text))
        .filter(word -> !LANGUAGE.contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As Prometheus is told them: a base unit and the kind of meter are added to a meter's name. */
  private static boolean exists(String metric) {
    return meters().stream()
            .map(meter -> meter.replace('.', '_'))
            // A name that ends with a dot is completed by the code that has it.
            .map(meter -> meter.endsWith("_") ? meter + "[a-z]+" : meter)
            .anyMatch(meter -> metric.matches(meter + "(_seconds(_count|_sum|_max)?|_total)?"))
        || read(FILES.resolve("framework-metrics.txt")).lines().anyMatch(metric::equals);
  }

  /** Every name in a class that has to do with meters. */
  private static Set<String> meters() {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(ObservabilityTest::sources)
          .map(ObservabilityTest::read)
          .filter(text -> text.contains("import io.micrometer."))
          .flatMap(text -> all(OWN_METER, text))
          .filter(name -> !name.equals("crossborough.access"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
