package org.crossborough.safety.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.read;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.crossborough.chassis.audit.AuditVerification;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.safety.driver.SurvivorKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VerifyingTheAuditComponentTest {

  private static final int PLACES = 1_000;
  private static final int ENTRIES = 60;
  private static final List<String> EDITS =
      List.of(
          "actor = actor || 'x'",
          "action = action || 'x'",
          "subject = subject || 'x'",
          "purpose = purpose || 'x'",
          "outcome = outcome || 'x'",
          "correlation_id = correlation_id || 'x'",
          "at = at + interval '1 microsecond'",
          "previous_hash = set_byte(previous_hash, 7, (get_byte(previous_hash, 7) + 1) % 256)",
          "hash = set_byte(hash, 7, (get_byte(hash, 7) + 1) % 256)");

  @Inject HeadPublishing heads;

  @BeforeEach
  void there_is_an_audit() {
    UUID id = aCase();
    for (int i = 0; i < 10; i++) {
      assertThat(read(id).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void an_audit_that_nobody_touched_holds_together() throws SQLException {
    heads.publish();

    AuditVerification found =
        VerifyAudit.verify(TestInfrastructure.shared().environmentOf("safety"));

    assertThat(found.fault()).isNull();
    assertThat(found.entries()).isGreaterThan(10);
  }

  @Test
  void an_edit_at_each_of_a_thousand_random_places_is_found() throws SQLException {
    Random places = new Random(20260114);
    try (Connection audit = copied("where seq <= " + ENTRIES);
        Statement statement = audit.createStatement()) {
      long entries = AuditVerification.of(audit).entries();
      for (int i = 0; i < PLACES; i++) {
        long seq = 1 + places.nextLong(entries);
        String edit = EDITS.get(places.nextInt(EDITS.size()));
        var before = audit.setSavepoint();
        statement.execute("update audit_entry set " + edit + " where seq = " + seq);
        AuditVerification found = AuditVerification.of(audit);
        assertThat(found.fault()).as(edit + " of " + seq).isNotNull();
        assertThat(found.entries()).as(edit + " of " + seq).isEqualTo(seq - 1);
        audit.rollback(before);
      }
    }
  }

  @Test
  void what_was_deleted_inserted_moved_or_cut_off_is_found() throws SQLException {
    heads.publish();
    String last = "(select max(seq) from audit_entry)";
    for (String tampering :
        List.of(
            "delete from audit_entry where seq = 3",
            "insert into audit_entry select "
                + last
                + " + 1, at, actor, action, subject, purpose,"
                + " outcome, correlation_id, previous_hash, hash from audit_entry where seq = 2",
            "update audit_entry set seq = case seq when -3 then 4 else 3 end where seq in (-3, -4)",
            "delete from audit_entry where seq = " + last,
            "delete from audit_entry where seq > 2",
            "delete from audit_entry")) {
      try (Connection audit = copied("");
          Connection anchors = SurvivorKeys.asService();
          Statement statement = audit.createStatement()) {
        if (tampering.contains("case seq")) {
          statement.execute("update audit_entry set seq = -seq where seq in (3, 4)");
        }
        statement.execute(tampering);
        assertThat(AuditAnchors.verify(audit, anchors).fault()).as(tampering).isNotNull();
      }
    }
  }

  @Test
  void the_service_cannot_take_back_where_the_audit_stood() throws SQLException {
    heads.publish();
    try (Connection keys = SurvivorKeys.asService();
        Statement statement = keys.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from audit_anchor"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("update audit_anchor set head = ''"))
          .hasMessageContaining("permission denied");
    }
  }

  /** A copy to tamper with: a temporary table of the same name comes before the real one. */
  private static Connection copied(String which) throws SQLException {
    Connection audit = Psql.asOwner();
    audit.setAutoCommit(false);
    try (Statement statement = audit.createStatement()) {
      statement.execute(
          "create temporary table audit_entry as select * from public.audit_entry " + which);
    }
    return audit;
  }
}
