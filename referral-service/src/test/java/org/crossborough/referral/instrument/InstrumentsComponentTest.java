package org.crossborough.referral.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.WORKER;
import static org.crossborough.referral.testing.ReferralApi.aScreening;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.referral.instrument.InstrumentFiles.Definition;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InstrumentsComponentTest {

  private static final String PATH = "/v1/screening-instruments";
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  @Inject Instruments instruments;

  @Test
  void the_list_names_every_version() {
    Response list = as(ISLINGTON).get(PATH);

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.jsonPath().getList("items.code", String.class))
        .containsExactly("AUDIT_C", "DEMO_PERPETRATION", "DEMO_PERPETRATION");
    assertThat(list.jsonPath().getList("items.version", Integer.class)).containsExactly(1, 1, 2);
    assertThat(list.jsonPath().getList("items.demo", Boolean.class)).containsOnly(true);
  }

  @Test
  void a_version_is_served_as_it_is_defined() {
    Response instrument = as(WORKER).get(PATH + "/AUDIT_C/versions/1");

    assertThat(instrument.statusCode()).isEqualTo(200);
    assertThat(instrument.jsonPath().getList("items.code", String.class))
        .containsExactly("frequency", "quantity", "heavyDays");
    assertThat(instrument.jsonPath().getString("rules[0].when.score")).isEqualTo("total");
    assertThat(instrument.jsonPath().getInt("rules[0].when.atLeast")).isEqualTo(5);
    assertThat(instrument.jsonPath().getString("licence")).contains("not the published one");
    assertThat(instrument.header("ETag")).matches("\"[0-9a-f]{64}\"");
  }

  @Test
  void what_is_not_shipped_is_not_found() {
    assertRefused(as(ASSESSOR).get(PATH + "/AUDIT_C/versions/9"), 404, "instrument/not-found");
    assertThat(as(ASSESSOR).get(PATH + "/AUDIT_C/versions/x").statusCode()).isEqualTo(404);
    assertRefused(
        as("demo-facilitator").get(PATH + "/AUDIT_C/versions/1"), 403, "request/forbidden");
  }

  @Test
  void the_first_screening_fixes_the_definition() throws Exception {
    var _ = aScreening(ISLINGTON);

    Definition shipped = instruments.definition("DEMO_PERPETRATION", 1).orElseThrow();
    assertThat(
            Psql.rows(
                "*",
                "select checksum from screening_instrument where code = ? and version = 1",
                "DEMO_PERPETRATION"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("checksum", shipped.checksum()));
  }

  @Test
  void a_changed_definition_of_a_used_version_does_not_start() {
    var _ = aScreening(ISLINGTON);
    Definition shipped = instruments.definition("DEMO_PERPETRATION", 1).orElseThrow();
    Definition changed = new Definition(shipped.instrument(), "another");

    QuarkusTransaction.requiringNew().run(() -> instruments.register(shipped));
    assertThatThrownBy(
            () -> QuarkusTransaction.requiringNew().run(() -> instruments.register(changed)))
        .hasMessageContaining("DEMO_PERPETRATION version 1 was used with another definition");
  }

  @Test
  void a_used_version_without_its_definition_does_not_start() throws Exception {
    try (var connection = Psql.asOwner();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into screening_instrument values ('GONE', 1, 'Gone', 'x', '2026-01-01Z')");
      try {
        assertThatThrownBy(instruments::requireDefinitionsOfUsed)
            .hasMessageContaining("GONE version 1 is missing");
      } finally {
        statement.execute("delete from screening_instrument where code = 'GONE'");
      }
    }
    instruments.requireDefinitionsOfUsed();
  }

  @Test
  void a_version_that_another_process_used_otherwise_is_not_screened_with() throws Exception {
    try (var connection = Psql.asOwner();
        var statement = connection.createStatement()) {
      String use = "update screening_instrument set checksum = %s, first_used_at = %s";
      String audit = " where code = 'AUDIT_C'";
      statement.execute(use.formatted("'other'", "now()") + audit);
      Instrument instrument = instruments.find("AUDIT_C", 1).orElseThrow();
      try {
        assertThatThrownBy(
                () -> QuarkusTransaction.requiringNew().run(() -> instruments.use(instrument, NOW)))
            .hasMessageContaining("Another definition of this version was used before");
      } finally {
        statement.execute(use.formatted("null", "null") + audit);
      }
    }
  }
}
