package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossborough.local.state.Installation;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.NewScreening;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes on and what refuses while one process is down, as {@code docs/failures.md} says. */
@ExtendWith(AcceptancePlatform.class)
class FailureBehaviourAcceptanceIT {

  private static final Duration RECOVERY = Duration.ofSeconds(90);

  /** One row of the table. */
  record Outage(String process, List<String> expected) {
    @Override
    public String toString() {
      return process;
    }
  }

  static Stream<Outage> outages() throws IOException {
    Path page = Installation.find().root().resolve("docs/failures.md");
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("| "))
        .skip(2)
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList())
        .map(cells -> new Outage(cells.getFirst(), cells.subList(1, cells.size())));
  }

  @ParameterizedTest(name = "without {0}")
  @MethodSource("outages")
  void everything_goes_on_or_refuses_as_the_table_says(Outage outage, UnderTest platform) {
    // A token that ended while the identity provider is away could not be fetched again.
    platform.tokens().forget();
    assertThat(answers(platform).values()).as("before").allMatch("goes on"::equals);

    platform.platform().kill9(outage.process());
    Map<String, String> seen;
    try {
      seen = answers(platform);
    } finally {
      platform.platform().up();
    }

    assertThat(List.copyOf(seen.values()))
        .as("without " + outage.process() + ": " + seen)
        .isEqualTo(outage.expected());
    await()
        .atMost(RECOVERY)
        .untilAsserted(
            () -> assertThat(answers(platform).values()).as("after").allMatch("goes on"::equals));
  }

  private static Map<String, String> answers(UnderTest platform) {
    Map<String, Call> operations = new LinkedHashMap<>();
    operations.put("referrals", Call.get("/v1/referrals").as("demo-referral-coordinator"));
    operations.put("screening", screening());
    operations.put("runs", Call.get("/v1/runs").as("demo-programme-manager"));
    operations.put("survivor cases", Call.get("/v1/survivor-cases").as("demo-iss-worker"));
    operations.put("sealing key", Call.get("/v1/at-risk-details/keys"));
    operations.put("metrics", Call.get("/v1/metrics").as("demo-commissioner-london"));
    Map<String, String> seen = new LinkedHashMap<>();
    operations.forEach((name, call) -> seen.put(name, answer(platform, call)));
    return seen;
  }

  private static Call screening() {
    NewScreening screening =
        NewScreening.positive("E09000007", Instant.parse("2026-01-05T10:00:00Z"));
    return Call.post("/v1/screenings", Names.unique("outage"), screening).as("demo-borough-camden");
  }

  private static String answer(UnderTest platform, Call call) {
    try {
      Answer answer = platform.api().exchange(call);
      boolean refuses =
          (answer.status() == 503 || answer.status() == 504)
              && !answer.header("Retry-After").isEmpty()
              && answer.header("Content-Type").startsWith("application/problem+json");
      return answer.isSuccess() ? "goes on" : refuses ? "refuses" : answer.status() + answer.text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
