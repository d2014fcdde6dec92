package org.crossborough.safety.possession;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.crossborough.chassis.tenancy.SystemWork;

/**
 * Takes every proof of possession once, whatever the gateway lets through (RFC 9449, 11.1). All
 * processes ask one table: of two requests with the same proof at once, one is refused.
 */
@ApplicationScoped
public class UsedProofs {

  /** Longer than a proof is fresh, whatever the clocks of two processes say. */
  public static final Duration KEPT = ProofOfPossession.FRESH.multipliedBy(2);

  private static final String TAKE =
      "insert into used_proof (proof, forget_at) values (?, ?) on conflict do nothing";

  // What another process is forgetting is left to it.
  private static final String FORGET =
      """
      delete from used_proof where proof in (
        select proof from used_proof where forget_at < ? for update skip locked)
      """;

  private final AgroalDataSource dataSource;
  private final AtomicReference<Instant> tidyAt = new AtomicReference<>(Instant.MIN);

  UsedProofs(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Whether this is the first time a proof is used.
   *
   * @param proof what tells it apart from every other, in 32 bytes
   */
  public boolean take(byte[] proof, Instant now) {
    AtomicBoolean first = new AtomicBoolean();
    // Whoever signed need not be of the support side: what she may do is asked afterwards.
    SystemWork.run(
        () -> first.set(QuarkusTransaction.requiringNew().call(() -> taken(proof, now))));
    return first.get();
  }

  private boolean taken(byte[] proof, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      forget(connection, now);
      take.setBytes(1, proof);
      take.setTimestamp(2, Timestamp.from(now.plus(KEPT)));
      return take.executeUpdate() == 1;
    }
  }

  private void forget(Connection connection, Instant now) throws SQLException {
    Instant due = tidyAt.get();
    if (now.isAfter(due) && tidyAt.compareAndSet(due, now.plus(KEPT))) {
      try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
        forget.setTimestamp(1, Timestamp.from(now));
        forget.executeUpdate();
      }
    }
  }
}
