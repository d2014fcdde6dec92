package org.crossborough.referral.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aName;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.aReferralOf;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppointmentCalendarComponentTest {

  private static final String PATH = "/v1/assessment-appointments.ics";
  private final Instant tomorrow =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));

  @Test
  void an_appointment_is_in_the_calendar_with_its_time_its_place_and_no_name() {
    String name = aName();
    String referral = aReferralOf(ISLINGTON, "Demo", name);
    String appointment = offered(referral, ASSESSOR);

    Response file = as(ASSESSOR).get(PATH);
    VEvent event = event(file, appointment);

    assertThat(file.contentType()).startsWith("text/calendar");
    assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(tomorrow);
    assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(tomorrow.plusSeconds(45 * 60));
    assertThat(event.getSummary().getValue())
        .isEqualTo("Assessment " + get(COORDINATOR, referral).jsonPath().getString("reference"));
    assertThat(event.getLocation().getValue()).isEqualTo("Demo house, room 2");
    assertThat(event.getSequence().getValue()).isZero();
    assertThat(event.getStatus().isConfirmed()).isTrue();
    assertThat(file.asString()).doesNotContain(name, "Demo " + name);
  }

  @Test
  void a_cancelled_appointment_stays_under_its_uid_as_cancelled() {
    String referral = aReferral(ISLINGTON);
    String appointment = offered(referral, ASSESSOR);
    String path = "/v1/referrals/" + referral + "/assessment-appointments/" + appointment;

    moved(
        as(COORDINATOR)
            .header("Idempotency-Key", UUID.randomUUID())
            .header("If-Match", as(COORDINATOR).get(path).header("ETag"))
            .body("{\"reasonCode\":\"MAN_ASKED\"}")
            .post(path + "/cancellation"));

    VEvent event = event(as(ASSESSOR).get(PATH), appointment);
    assertThat(event.getStatus().isCancelled()).isTrue();
    assertThat(event.getSequence().getValue()).isEqualTo(1);
  }

  @Test
  void an_assessor_reads_their_own_and_a_coordinator_everybodys_or_one_boroughs() {
    String own = offered(aReferral(ISLINGTON), ASSESSOR);
    String another = offered(aReferral(CAMDEN), "demo-other-assessor");

    assertThat(events(as(ASSESSOR).get(PATH))).containsKey(own).doesNotContainKey(another);
    assertThat(events(as(COORDINATOR).get(PATH))).containsKeys(own, another);
    assertThat(events(as(COORDINATOR).get(PATH + "?borough=E09000007")))
        .containsKey(another)
        .doesNotContainKey(own);
    assertThat(events(as(ASSESSOR).get(PATH + "?borough=E09000007")))
        .doesNotContainKeys(own, another);
  }

  @Test
  void a_borough_is_one_of_london_and_others_have_no_calendar() {
    assertViolated(as(COORDINATOR).get(PATH + "?borough=Camden"), "borough", "GSS_CODE");
    for (String caller : new String[] {ISLINGTON, MANAGER}) {
      assertRefused(as(caller).get(PATH), 403, "request/forbidden");
    }
  }

  private String offered(String referral, String assessor) {
    moved(move(COORDINATOR, referral, "triage", "{}"));
    return created(
        move(
            COORDINATOR,
            referral,
            "assessment-appointments",
            """
            {"startsAt":"%s","minutes":45,"place":"Demo house, room 2","format":"IN_PERSON",
             "assessor":"%s"}
            """
                .formatted(tomorrow, assessor)));
  }

  private static VEvent event(Response file, String uid) {
    return Objects.requireNonNull(events(file).get(uid));
  }

  private static Map<String, VEvent> events(Response file) {
    assertThat(file.statusCode()).as(file.asString()).isEqualTo(200);
    return Biweekly.parse(file.asString()).first().getEvents().stream()
        .collect(Collectors.toMap(event -> event.getUid().getValue(), event -> event));
  }
}
