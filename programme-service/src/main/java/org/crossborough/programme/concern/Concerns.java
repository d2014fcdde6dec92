package org.crossborough.programme.concern;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** All concerns. */
@ApplicationScoped
class Concerns implements PanacheRepositoryBase<Concern, UUID> {

  private static final String APPEND =
      """
      insert into attendance_concern
        (id, enrolment_id, borough_code, session_id, concern_code, raised_at, raised_by)
      select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[],
        ?::timestamptz[], ?::text[])
      """;

  private final AgroalDataSource dataSource;

  Concerns(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Keeps concerns in one statement, as many as a register may bring. */
  void append(List<Concern> raised) {
    if (raised.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(APPEND)) {
      statement.setArray(1, column(connection, "uuid", raised, Concern::id));
      statement.setArray(2, column(connection, "uuid", raised, one -> one.view().enrolmentId()));
      statement.setArray(3, column(connection, "text", raised, Concern::boroughCode));
      statement.setArray(4, column(connection, "uuid", raised, one -> one.view().sessionId()));
      statement.setArray(
          5, column(connection, "text", raised, one -> one.view().concernCode().name()));
      statement.setArray(
          6,
          column(
              connection,
              "timestamptz",
              raised,
              one -> one.view().raisedAt().atOffset(ZoneOffset.UTC)));
      statement.setArray(7, column(connection, "text", raised, Concern::raisedBy));
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("The concerns could not be kept", failure);
    }
  }

  private static Array column(
      Connection connection, String type, List<Concern> raised, Function<Concern, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, raised.stream().map(value).toArray());
  }

  List<Concern> of(UUID enrolmentId, UUID before, int rows) {
    return find("enrolmentId = ?1 and id < ?2 order by id desc", enrolmentId, before)
        .page(0, rows)
        .list();
  }
}
