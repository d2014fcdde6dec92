package org.crossborough.programme.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ManFixture.register;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.SafetyEvent.ClearToStart;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.crossborough.programme.watch.Backlog.Age;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BacklogComponentTest {

  private final BacklogWatch watch;
  private final CountBacklog count;

  @Inject
  BacklogComponentTest(BacklogWatch watch, CountBacklog count) {
    this.watch = watch;
    this.count = count;
  }

  @Test
  void a_session_wants_a_register_as_long_as_somebody_had_a_place_and_none_was_taken() {
    long before = counted().sessionsWithoutRegister();
    RunFixture run = RunFixture.held(2);
    assertThat(counted().sessionsWithoutRegister()).isEqualTo(before);

    ManFixture man = ManFixture.cleared(run);
    assertThat(counted().sessionsWithoutRegister()).isEqualTo(before + 2);

    assertThat(
            ProgrammeApi.register(
                    run.sessionIds().getFirst(), register(man.line("ABSENT_AUTHORISED", 0)))
                .statusCode())
        .isEqualTo(200);
    assertThat(counted().sessionsWithoutRegister()).isEqualTo(before + 1);
  }

  @Test
  void a_man_waits_for_his_clearance_until_it_is_given() {
    // He was allocated in the year before last.
    long before = waiting();
    ManFixture man = ManFixture.allocated(RunFixture.scheduled(1));
    assertThat(waiting()).isEqualTo(before + 1);

    Wire.publish(new ClearToStart(man.referralId(), Instant.parse("2025-01-20T09:00:00Z")));
    man.awaitThat("clearToStart", true);

    assertThat(waiting()).isEqualTo(before);
  }

  @Test
  void both_are_shown_as_figures() {
    watch.look();
    Backlog now = counted();

    String figures = given().get("/q/metrics").asString();

    assertThat(figure(figures, "crossborough_sessions_without_register"))
        .isEqualTo(now.sessionsWithoutRegister());
    assertThat(figure(figures, "crossborough_enrolments_awaiting_clearance{age=\"over-21-days\"}"))
        .isEqualTo(now.awaitingClearance().getOrDefault(Age.OVER_21_DAYS, 0L));
    assertThat(figures).contains("age=\"up-to-2-days\"");
  }

  private long waiting() {
    return counted().awaitingClearance().getOrDefault(Age.OVER_21_DAYS, 0L);
  }

  private Backlog counted() {
    AtomicReference<Backlog> now = new AtomicReference<>();
    Watch.everywhere(() -> now.set(count.now()));
    return now.get();
  }

  private static long figure(String figures, String name) {
    Matcher line =
        Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE).matcher(figures);
    assertThat(line.find()).as(name).isTrue();
    return (long) Double.parseDouble(line.group(1));
  }
}
