package org.crossborough.programme.concern;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.ProgrammeEvent.RiskDisclosed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Disclosures that the broker has not taken for longer than anybody can be left unwarned. */
@ApplicationScoped
class UndeliveredDisclosures {

  /** One of them: whose, what, and since when it waits. */
  @Schema(name = "UndeliveredDisclosure")
  record Undelivered(UUID enrolmentId, String disclosureType, String urgency, Instant recordedAt) {}

  private final AgroalDataSource dataSource;
  private final DisclosureConfig config;
  private final Clock clock;

  UndeliveredDisclosures(AgroalDataSource dataSource, DisclosureConfig config, Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The oldest of them, oldest first.
   *
   * @throws SQLException when the database does not answer
   */
  List<Undelivered> oldest(int most) throws SQLException {
    String sql =
        """
        select key, recorded_at, told ->> 'disclosureType' as disclosed, told ->> 'urgency' as urgency
        from outbox, lateral (select convert_from(payload, 'UTF8')::json as told)
        where sent_offset is null and type = ? and recorded_at <= ? order by seq limit ?
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, EventCatalogue.typeOf(RiskDisclosed.class));
      statement.setObject(
          2, OffsetDateTime.ofInstant(clock.instant().minus(config.alertAfter()), ZoneOffset.UTC));
      statement.setInt(3, most);
      List<Undelivered> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Undelivered(
                  row.getObject("key", UUID.class),
                  row.getString("disclosed"),
                  row.getString("urgency"),
                  row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
        }
      }
      return found;
    }
  }
}
