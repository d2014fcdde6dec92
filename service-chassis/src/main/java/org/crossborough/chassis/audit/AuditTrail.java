package org.crossborough.chassis.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.crossborough.chassis.http.Correlation;

/** Appends to the audit; nothing can be changed or taken out of it. */
@ApplicationScoped
public class AuditTrail {

  /** What one entry says. */
  public record Act(String actor, String action, String subject, String purpose, String outcome) {}

  private static final long CHAIN_LOCK = 0xA0D1_7C4A_1A5EL;

  private final AgroalDataSource dataSource;
  private final Clock clock;

  AuditTrail(AgroalDataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Records what the running transaction does, so that neither stands without the other. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(Act act) {
    append(act);
  }

  /**
   * Records a disclosure and returns only once the record is committed: whoever calls this first
   * and reads afterwards never discloses without a trace.
   */
  public void recordBeforeDisclosure(Act act) {
    QuarkusTransaction.requiringNew().run(() -> append(act));
  }

  private void append(Act act) {
    try (Connection connection = dataSource.getConnection()) {
      lockChain(connection);
      insert(connection, next(connection, act));
    } catch (SQLException failure) {
      throw new IllegalStateException("The audit could not be written", failure);
    }
  }

  private static void lockChain(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(%d)".formatted(CHAIN_LOCK));
    }
  }

  private AuditEntry next(Connection connection, Act act) throws SQLException {
    // PostgreSQL keeps microseconds; the seal must be over what is kept.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String correlation = Correlation.current() == null ? "" : Correlation.current();
    try (Statement statement = connection.createStatement();
        ResultSet last =
            statement.executeQuery("select seq, hash from audit_entry order by seq desc limit 1")) {
      boolean first = !last.next();
      return new AuditEntry(
          first ? 1 : last.getLong("seq") + 1,
          now,
          act.actor(),
          act.action(),
          act.subject(),
          act.purpose(),
          act.outcome(),
          correlation,
          first ? AuditEntry.BEFORE_THE_FIRST : last.getBytes("hash"));
    }
  }

  private static void insert(Connection connection, AuditEntry entry) throws SQLException {
    String sql =
        """
        insert into audit_entry (seq, at, actor, action, subject, purpose, outcome,
          correlation_id, previous_hash, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, entry.seq());
      statement.setObject(2, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
      statement.setString(3, entry.actor());
      statement.setString(4, entry.action());
      statement.setString(5, entry.subject());
      statement.setString(6, entry.purpose());
      statement.setString(7, entry.outcome());
      statement.setString(8, entry.correlationId());
      statement.setBytes(9, entry.previousHash());
      statement.setBytes(10, entry.hash());
      statement.executeUpdate();
    }
  }
}
