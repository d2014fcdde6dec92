package org.crossborough.programme.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.get;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistersAtOnceComponentTest {

  private static final int SESSIONS = 8;

  @Test
  void registers_of_the_same_men_taken_at_once_lose_no_minute_and_start_each_man_once()
      throws Exception {
    RunFixture run = RunFixture.held(SESSIONS);
    ManFixture one = ManFixture.cleared(run);
    ManFixture other = ManFixture.cleared(run);

    assertThat(taken(run, one, other)).containsOnly(200);

    assertThat(get(one.path()).<Integer>path("countableMinutes")).isEqualTo(SESSIONS * 150);
    assertThat(get(other.path()).<Integer>path("countableMinutes")).isEqualTo(SESSIONS * 150);
    assertThat(get(one.path()).<String>path("startedOn"))
        .isEqualTo(RunFixture.FIRST_DAY.toString());
    EnrolmentStarted started =
        Wire.await(EnrolmentStarted.class, e -> e.enrolmentId().equals(one.enrolmentId()));
    assertThat(Wire.published(EnrolmentStarted.class))
        .filteredOn(e -> e.enrolmentId().equals(one.enrolmentId()))
        .containsExactly(started);
  }

  /** Every second register names the men the other way round. */
  private static List<Integer> taken(RunFixture run, ManFixture one, ManFixture other)
      throws Exception {
    List<Future<Integer>> pending = new ArrayList<>();
    try (ExecutorService desks = Executors.newFixedThreadPool(SESSIONS)) {
      for (int i = 0; i < SESSIONS; i++) {
        String session = run.sessionIds().get(i);
        ManFixture first = i % 2 == 0 ? one : other;
        ManFixture second = i % 2 == 0 ? other : one;
        pending.add(
            desks.submit(() ->
                ProgrammeApi.register(
                        session,
                        register(first.line("ATTENDED", 300), second.line("ATTENDED", 300)))
                    .statusCode()));
      }
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : pending) {
      answers.add(answer.get());
    }
    return answers;
  }
}
