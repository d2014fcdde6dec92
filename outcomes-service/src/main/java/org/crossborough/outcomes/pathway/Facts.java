package org.crossborough.outcomes.pathway;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;

/**
 * What other services told, each fact once however often it came. Facts are never changed: a
 * correction is a later fact, and what a row says follows from all facts of its subject together.
 */
@ApplicationScoped
public class Facts {

  private final AgroalDataSource dataSource;

  Facts(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A fact about a referral, a run, a screening, or a period of the equality profile. */
  record Fact(UUID subject, Event event) {}

  /** Keeps a fact about a referral, a run, a screening, or a period of the equality profile. */
  public void keep(UUID subject, Event event) {
    keep(List.of(new Fact(subject, event)));
  }

  /** Keeps a fact now, or with all others of what is told in bulk. */
  void hear(UUID subject, Event event) {
    Fact fact = new Fact(subject, event);
    if (Bulk.isHeard()) {
      Bulk.heard().add(fact);
    } else {
      keep(List.of(fact));
    }
  }

  /**
   * Whether anything at all had been told by a moment; needs a transaction that sees every borough.
   */
  public boolean isAnyToldBy(Instant moment) {
    String sql = "select exists (select from fact where told_at <= ?)";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Facts could not be read", failure);
    }
  }

  void keep(List<Fact> facts) {
    String sql =
        """
        insert into fact (subject_id, kind, told_at, data) values (?, ?, ?, cast(? as jsonb))
        on conflict do nothing
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Fact fact : facts) {
        Event event = fact.event();
        byte[] payload = Objects.requireNonNull(EventCodec.encode(event));
        statement.setObject(1, fact.subject());
        statement.setString(2, EventCatalogue.typeOf(event.getClass()));
        statement.setObject(
            3, event.occurredAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        statement.setString(4, new String(payload, StandardCharsets.UTF_8));
        statement.addBatch();
      }
      var _ = statement.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException("Facts could not be kept", failure);
    }
  }
}
