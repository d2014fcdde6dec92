package org.crossborough.programme.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.ReferralEvent.ReferralWaiting;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RowLevelSecurityComponentTest {

  private static final String CAMDEN = "E09000007";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "programme_run",
        "programme_session",
        "enrolment",
        "enrolment_status_change",
        "attendance",
        "participant",
        "start_clearance",
        "enrolment_place",
        "register_submission",
        "individual_session",
        "attendance_concern",
        "risk_disclosure",
        "session_note",
        "exercise",
        "progress_review"
      })
  void a_query_without_a_filter_shows_nothing_of_another_borough(String table) throws Exception {
    RunFixture run = RunFixture.held(1);
    ManFixture man = ManFixture.cleared(run);
    leaveARowInEveryTable(run, man);
    String everything = "select * from " + table;

    assertThat(Psql.rows(RunFixture.ISLINGTON, everything)).isNotEmpty();
    assertThat(Psql.rows(CAMDEN, everything)).isEmpty();
    assertThat(Psql.rows("", everything)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"booking", "waiting_referral", "referral_milestone"})
  void places_and_dates_of_another_borough_are_not_shown(String table) throws Exception {
    LocalDate soon = LocalDate.now(Clock.systemUTC()).plusDays(1);
    Map<String, Object> request = RunFixture.request(1, soon);
    request.put("facilitators", List.of("a-" + UUID.randomUUID(), "b-" + UUID.randomUUID()));
    assertThat(ProgrammeApi.post("/v1/runs", request).statusCode()).isEqualTo(201);
    UUID referral = UUID.randomUUID();
    Instant told = Instant.parse("2025-01-14T09:30:00Z");
    Wire.publish(
        new ReferralReceived(
            referral,
            told,
            UUID.randomUUID(),
            UUID.randomUUID(),
            RunFixture.ISLINGTON,
            CAMDEN,
            CAMDEN,
            "DRUG_SERVICE",
            LocalDate.of(2025, 1, 6)),
        new ReferralWaiting(referral, told, RunFixture.ISLINGTON, LocalDate.of(2025, 1, 14)));
    String everything = "select * from " + table;

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !Psql.rows(RunFixture.ISLINGTON, everything).isEmpty());

    assertThat(Psql.rows(CAMDEN, everything)).isEmpty();
    assertThat(Psql.rows("", everything)).isEmpty();
  }

  private static void leaveARowInEveryTable(RunFixture run, ManFixture man) {
    String session = run.sessionIds().getFirst();
    Map<String, Object> register = new TreeMap<>(ManFixture.register(man.line("ATTENDED", 300)));
    register.put("id", UUID.randomUUID().toString());
    String day = RunFixture.FIRST_DAY.toString();
    List.of(
            ProgrammeApi.register(session, register),
            post(man.path() + "/individual-sessions", Map.of("heldOn", day, "attendedMinutes", 60)),
            post(man.path() + "/concerns", Map.of("sessionId", session)),
            post(
                man.path() + "/disclosures",
                Map.of("disclosureType", "OTHER", "urgency", "URGENT")),
            post("/v1/sessions/" + session + "/notes", Map.of("text", "The group was small.")),
            post(man.path() + "/exercises", Map.of("exerciseCode", "TIME_OUT_PLAN")),
            post(man.path() + "/reviews", review()))
        .forEach(answer -> assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201));
  }

  private static Map<String, Object> review() {
    return Map.of(
        "stage",
        "INTAKE",
        "takingResponsibility",
        "NOT_ASKED",
        "violenceStopped",
        "NOT_ASKED",
        "instrumentalUse",
        "NOT_ASKED",
        "relapseTriggers",
        List.of(),
        "childContact",
        "NOT_ASKED",
        "assessedRisk",
        "STANDARD");
  }

  @Test
  void a_transaction_that_was_told_no_borough_sees_nothing() throws Exception {
    RunFixture run = RunFixture.scheduled(1);
    assertThat(run.sessionIds()).hasSize(1);

    try (Connection connection = Psql.asService();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select id from programme_run")) {
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void the_log_cannot_be_rewritten_with_the_services_own_role() throws Exception {
    for (String change :
        List.of(
            "update attendance set attended_minutes = 0",
            "delete from attendance",
            "update individual_session set attended_minutes = 0",
            "delete from attendance_concern",
            "update risk_disclosure set urgency = 'ROUTINE'",
            "update progress_review set assessed_risk = 'STANDARD'",
            "update session_note set written_by = 'somebody'",
            "delete from participant_erasure",
            "delete from enrolment",
            "update enrolment set referral_id = id",
            "update programme_run set borough_code = 'E09000007'")) {
      assertThatThrownBy(() -> execute(change))
          .as(change)
          .isInstanceOfSatisfying(
              SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = Psql.asService();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
