package org.crossborough.safety.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aReferralWith;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.awaitRow;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartWindowComponentTest {

  private static final String CLEARED =
      "select 1 from known_referral where id = ? and cleared_at is not null";

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 13);

  @Inject StartWindow window;

  @Test
  void after_the_window_he_is_released_without_a_word_and_not_before() throws Exception {
    UUID recent = UUID.randomUUID();
    UUID ended = UUID.randomUUID();
    UUID overdue = UUID.randomUUID();
    accept(recent, Duration.ofDays(6));
    Wire.publish(new ReferralClosed(ended, Instant.now(), "WITHDRAWN", "CHANGED_MIND", TODAY));
    accept(ended, Duration.ofDays(8));
    awaitRow("select 1 from known_referral where id = ? and accepted_at is not null", recent);
    awaitRow("select 1 from known_referral where id = ? and accepted_at is not null", ended);

    accept(overdue, Duration.ofDays(8));
    awaitRow(CLEARED, overdue);

    assertThat(Psql.rows("*", CLEARED, recent)).isEmpty();
    assertThat(Psql.rows("*", CLEARED, ended)).isEmpty();
  }

  @Test
  void a_hold_outlasts_the_window() throws Exception {
    UUID referralId = aReferralWith(person("Example Person", "020 7946 0021", "YES"));
    UUID id = casesOf(referralId).getFirst();
    String holdId =
        as(WORKER)
            .contentType(ContentType.JSON)
            .body("{}")
            .post("/v1/survivor-cases/{id}/holds", id)
            .path("holdId");
    accept(referralId, Duration.ofDays(8));
    awaitRow("select 1 from known_referral where id = ? and accepted_at is not null", referralId);

    window.releaseOverdue();
    assertThat(Psql.rows("*", CLEARED, referralId)).isEmpty();

    assertThat(
            as(WORKER)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/survivor-cases/{id}/holds/{holdId}/lifting", id, holdId)
                .statusCode())
        .isEqualTo(200);
    awaitRow(CLEARED, referralId);
  }

  @Test
  void several_processes_that_look_at_once_release_everybody_once() throws Exception {
    UUID mark = UUID.randomUUID();
    List<ReferralAccepted> accepted = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      accepted.add(
          new ReferralAccepted(
              UUID.randomUUID(), Instant.now().minus(Duration.ofDays(9)), mark, TODAY, "RECEIPT"));
    }
    Wire.publish(accepted.toArray(ReferralAccepted[]::new));

    try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 10; round++) {
        List<Future<?>> looks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          looks.add(processes.submit(window::releaseOverdue));
        }
        for (Future<?> look : looks) {
          look.get();
        }
      }
    }

    for (ReferralAccepted it : accepted) {
      awaitRow(CLEARED, it.referralId());
      assertThat(Psql.count("select count(*) from outbox where key = ?", it.referralId()))
          .isEqualTo(1);
    }
  }

  private static void accept(UUID referralId, Duration ago) {
    Wire.publish(
        new ReferralAccepted(
            referralId, Instant.now().minus(ago), UUID.randomUUID(), TODAY, "RECEIPT"));
  }
}
