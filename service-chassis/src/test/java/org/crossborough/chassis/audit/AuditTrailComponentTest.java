package org.crossborough.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTrailComponentTest {

  @Inject AuditTrail audit;

  @BeforeEach
  void entries_to_tamper_with() throws Exception {
    try (ExecutorService actors = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        int number = i;
        actors.execute(() -> audit.recordBeforeDisclosure(act("subject-" + number)));
      }
    }
  }

  @Test
  void entries_written_at_the_same_time_form_one_chain() throws Exception {
    AuditVerification verification = verify();

    assertThat(verification.fault()).isNull();
    assertThat(verification.entries()).isGreaterThanOrEqualTo(40);
  }

  @Test
  void an_entry_stands_or_falls_with_the_work_it_tells_of() throws Exception {
    QuarkusTransaction.begin();
    audit.record(act("rolled-back"));
    QuarkusTransaction.rollback();

    assertThat(Psql.count("select count(*) from audit_entry where subject = 'rolled-back'"))
        .isZero();
    assertThat(verify().fault()).isNull();
  }

  @Test
  void the_service_itself_can_neither_change_nor_delete() {
    assertThatThrownBy(() -> run(Psql.asService(), "update audit_entry set actor = 'x'"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> run(Psql.asService(), "delete from audit_entry"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> run(Psql.asOwner(), "delete from audit_entry"))
        .hasMessageContaining("append-only");
  }

  @Test
  void a_changed_entry_is_found() throws Exception {
    assertFound("update audit_entry set actor = 'nobody' where seq = 7", "Entry 7 was changed");
  }

  @Test
  void a_deleted_entry_is_found() throws Exception {
    assertFound("delete from audit_entry where seq = 9", "Entry 9 is missing");
  }

  @Test
  void exchanged_entries_are_found() throws Exception {
    assertFound(
        """
        update audit_entry set subject = case seq when 5 then (select subject from audit_entry where seq = 6)
          else (select subject from audit_entry where seq = 5) end where seq in (5, 6)
        """,
        "Entry 5 was changed");
  }

  @Test
  void a_cut_at_the_end_shows_against_a_head_kept_elsewhere() throws Exception {
    String head = verify().head();
    try (Connection owner = tampering()) {
      run(owner, "delete from audit_entry where seq = (select max(seq) from audit_entry)");
      assertThat(AuditVerification.of(owner).fault()).isNull();
      assertThat(AuditVerification.of(owner).head()).isNotEqualTo(head);
      owner.rollback();
    }
  }

  /** Tampers as only the owner could, with the guard off, and takes it back afterwards. */
  private static void assertFound(String tampering, String fault) throws SQLException {
    try (Connection owner = tampering()) {
      run(owner, tampering);
      assertThat(AuditVerification.of(owner).fault()).isEqualTo(fault);
      owner.rollback();
    }
  }

  private static Connection tampering() throws SQLException {
    Connection owner = Psql.asOwner();
    owner.setAutoCommit(false);
    run(owner, "alter table audit_entry disable trigger audit_entry_append_only");
    return owner;
  }

  private static AuditVerification verify() throws SQLException {
    try (Connection connection = Psql.asService()) {
      return AuditVerification.of(connection);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static AuditTrail.Act act(String subject) {
    return new AuditTrail.Act("demo-worker", "READ", subject, "a test", "ALLOWED");
  }
}
