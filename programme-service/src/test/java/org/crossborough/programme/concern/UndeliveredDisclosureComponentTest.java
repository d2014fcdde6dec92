package org.crossborough.programme.concern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.crossborough.programme.concern.UndeliveredDisclosureComponentTest.NothingIsSent;
import org.crossborough.programme.concern.UndeliveredDisclosures.Undelivered;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NothingIsSent.class)
class UndeliveredDisclosureComponentTest {

  /** A service whose events stay where they are. */
  public static class NothingIsSent implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "crossborough.outbox.relay",
          "false",
          "crossborough.disclosure.alert-after",
          "0s",
          "crossborough.disclosure.check-every",
          "200ms");
    }
  }

  private static final String PATH = "/v1/enrolments/undelivered-disclosures";

  private final AgroalDataSource dataSource;

  @Inject
  UndeliveredDisclosureComponentTest(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Test
  void one_that_stays_is_listed_counted_and_logged_without_saying_whose() {
    ManFixture man = ManFixture.cleared(RunFixture.scheduled(1));
    List<String> logged = new CopyOnWriteArrayList<>();
    Logger log = Logger.getLogger(DisclosureWatch.class.getName());
    Handler listener = listener(logged);
    log.addHandler(listener);
    try {
      assertThat(
              post(
                      man.path() + "/disclosures",
                      Map.of("disclosureType", "THREAT_TO_KILL", "urgency", "IMMEDIATE"))
                  .statusCode())
          .isEqualTo(201);

      Response waiting = as(MANAGER).get(PATH);

      String his = "items.find { it.enrolmentId == '%s' }".formatted(man.enrolmentId());
      assertThat(waiting.<String>path(his + ".urgency")).isEqualTo("IMMEDIATE");
      assertThat(waiting.<String>path(his + ".disclosureType")).isEqualTo("THREAT_TO_KILL");
      assertThat(given().get("/q/metrics").asString())
          .containsPattern("crossborough_disclosures_undelivered\\S* [1-9]");
      await().atMost(Duration.ofSeconds(10)).until(() -> !logged.isEmpty());
      assertThat(logged)
          .allSatisfy(line ->
              assertThat(line)
                  .contains("telephone")
                  .doesNotContain(man.enrolmentId().toString())
                  .doesNotContain(man.referralId().toString())
                  .doesNotContain("THREAT_TO_KILL"));
    } finally {
      log.removeHandler(listener);
    }
  }

  @Test
  void it_becomes_an_alarm_when_it_has_waited_a_quarter_of_an_hour_and_not_before()
      throws Exception {
    ManFixture man = ManFixture.cleared(RunFixture.scheduled(1));
    Response told =
        post(
            man.path() + "/disclosures",
            Map.of("disclosureType", "NEW_PARTNER", "urgency", "URGENT"));
    assertThat(told.statusCode()).as(told.asString()).isEqualTo(201);
    Instant recorded = Instant.parse(told.path("recordedAt"));

    assertThat(undelivered(man, recorded.plus(Duration.ofMinutes(14)))).isEmpty();
    assertThat(undelivered(man, recorded.plus(Duration.ofMinutes(16)))).hasSize(1);
  }

  private List<Undelivered> undelivered(ManFixture man, Instant now) throws Exception {
    return new UndeliveredDisclosures(dataSource, new ByDefault(), Clock.fixed(now, ZoneOffset.UTC))
        .oldest(1000).stream()
            .filter(waiting -> waiting.enrolmentId().equals(man.enrolmentId()))
            .toList();
  }

  /** As the service is shipped. */
  private record ByDefault() implements DisclosureConfig {
    @Override
    public Duration alertAfter() {
      return Duration.ofMinutes(15);
    }

    @Override
    public Duration checkEvery() {
      return Duration.ofMinutes(1);
    }
  }

  private static Handler listener(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
          logged.add(entry.getMessage() + Arrays.toString(entry.getParameters()));
        }
      }

      @Override
      public void flush() {
        // Nothing is held back.
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
