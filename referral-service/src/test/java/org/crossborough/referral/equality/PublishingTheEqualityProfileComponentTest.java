package org.crossborough.referral.equality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.testing.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishingTheEqualityProfileComponentTest {

  private static final String PATH = "/v1/referral-figures/equality-publications";

  @Inject NightlyPublication nightly;

  @Test
  void of_four_that_try_at_the_same_moment_one_publishes() throws Exception {
    man("2016-08-10");
    Occasion night = new Occasion(Instant.parse("2016-10-01T02:15:00Z"), "referral-service");

    fourTimes(() -> nightly.publishEnded(night));

    assertThat(published("2016-Q2")).isEqualTo(1);
    EqualityProfilePublished told =
        Wire.await(EqualityProfilePublished.class, event -> event.period().equals("2016-Q2"));
    assertThat(told.basis()).isEqualTo("RECEIVED");
    assertThat(told.cells()).anyMatch(cell -> cell.characteristic().equals("SEX"));
  }

  @Test
  void a_late_entry_is_published_the_night_after_and_no_change_is_not() throws Exception {
    Occasion night = new Occasion(Instant.parse("2015-10-01T02:15:00Z"), "referral-service");
    man("2015-08-10");
    nightly.publishEnded(night);
    nightly.publishEnded(night);
    assertThat(published("2015-Q2")).isEqualTo(1);

    man("2015-08-11");
    nightly.publishEnded(night);

    assertThat(published("2015-Q2")).isEqualTo(2);
  }

  @Test
  void a_quarter_that_has_not_ended_waits() throws Exception {
    man("2014-08-10");

    nightly.publishEnded(new Occasion(Instant.parse("2014-09-30T02:15:00Z"), "referral-service"));

    assertThat(published("2014-Q2")).isZero();
  }

  @Test
  void it_is_published_on_demand_and_what_stands_is_shown() {
    man("2013-08-10");
    String form = "{\"period\":\"2013-Q2\",\"basis\":\"RECEIVED\"}";

    Response first = post(MANAGER, PATH, form);
    Response second = post(MANAGER, PATH, form);

    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
    assertThat(as(MANAGER).get(first.header("Location")).asString()).isEqualTo(first.asString());
    assertThat(as(MANAGER).get(PATH + "?limit=100").jsonPath().getList("items.id", String.class))
        .contains(first.jsonPath().getString("id"));
  }

  @Test
  void the_analyst_may_publish_as_well() {
    man("2012-08-10");
    String token =
        TestInfrastructure.shared().tokenOf("demo-outcomes-analyst", "demo-programme-staff");

    Response answer =
        given()
            .auth()
            .oauth2(token)
            .contentType(ContentType.JSON)
            .header("Idempotency-Key", UUID.randomUUID())
            .body("{\"period\":\"2012-Q2\",\"basis\":\"RECEIVED\"}")
            .post(PATH);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
  }

  @Test
  void what_cannot_be_published_is_refused() {
    String form = "{\"period\":\"%s\",\"basis\":\"%s\"}";
    assertViolated(post(MANAGER, PATH, form.formatted("2026", "STARTED")), "period", "PATTERN");
    int nextYear = LocalDate.now(ZoneOffset.UTC).getYear() + 1;
    assertViolated(
        post(MANAGER, PATH, form.formatted(nextYear + "-Q1", "STARTED")), "period", "IN_FUTURE");
    assertRefused(
        post(MANAGER, PATH, form.formatted("2001-Q1", "STARTED")), 409, "equality/nobody-counted");
    assertRefused(
        post(COORDINATOR, PATH, form.formatted("2013-Q2", "RECEIVED")), 403, "request/forbidden");
    assertRefused(
        post(ISLINGTON, PATH, form.formatted("2013-Q2", "RECEIVED")), 403, "request/forbidden");
    assertRefused(as(MANAGER).get(PATH + "/" + UUID.randomUUID()), 404, "equality/not-found");
  }

  private static void man(String referredOn) {
    UUID screening =
        Rows.screening("E09000019", Instant.parse("2012-01-01T09:00:00Z"), "POSITIVE_REFER", null);
    var _ = Rows.referral("E09000019", referredOn, "RECEIVED", screening);
  }

  private static long published(String period) throws Exception {
    return Psql.count("select count(*) from equality_publication where period = ?", period);
  }

  private static void fourTimes(Runnable work) throws Exception {
    try (ExecutorService four = Executors.newFixedThreadPool(4)) {
      List<Future<Object>> all =
          four.invokeAll(
              Stream.generate(() -> Executors.callable(work))
                  .limit(4)
                  .<Callable<Object>>map(c -> c)
                  .toList());
      for (Future<Object> one : all) {
        one.get();
      }
    }
  }
}
