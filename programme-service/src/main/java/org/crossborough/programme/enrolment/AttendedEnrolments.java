package org.crossborough.programme.enrolment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.crossborough.programme.staff.Act;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Writes enrolments as one register leaves them: one statement for all men and one for those who
 * start, because one for each man is most of what a register costs. Hibernate could batch them, but
 * the failure of a batch quotes values, and those may reach no log.
 */
@ApplicationScoped
class AttendedEnrolments {

  private static final String WRITE =
      """
      update enrolment e set status = n.status, attended_minutes = n.attended,
        countable_minutes = n.countable, started_on = n.started,
        last_registered_on = n.registered, version = e.version + 1
      from unnest(?::uuid[], ?::text[], ?::int[], ?::int[], ?::date[], ?::date[])
        as n(id, status, attended, countable, started, registered)
      where e.id = n.id
      """;
  private static final String RESTART =
      """
      update enrolment e set started_on = n.started
      from unnest(?::uuid[], ?::date[]) as n(id, started)
      where e.id = n.id and e.started_on is distinct from n.started
      """;
  private static final String REMEMBER =
      """
      insert into enrolment_status_change
        (id, enrolment_id, borough_code, from_status, to_status, reason_code, effective_on, at, by)
      select change.*, ?, ?
      from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[]) change
      """;

  private final AgroalDataSource dataSource;
  private final EntityManager database;

  AttendedEnrolments(AgroalDataSource dataSource, EntityManager database) {
    this.dataSource = dataSource;
    this.database = database;
  }

  /** Lets Hibernate write nothing of these men: {@link #write} does. They must be locked. */
  void takeOver(Collection<Enrolment> men) {
    Session session = database.unwrap(Session.class);
    men.forEach(man -> session.setReadOnly(man, true));
  }

  /** Writes these men as they now are, and the moves that made them so. */
  void write(List<Enrolment> men, List<EnrolmentStatusChange> moves, Act act) {
    try (Connection connection = dataSource.getConnection()) {
      if (!men.isEmpty()) {
        update(connection, men);
      }
      if (!moves.isEmpty()) {
        insert(connection, moves, act);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The men of a register could not be written", failure);
    }
  }

  /** Writes on which days these men started; they were written and are locked. */
  void restart(Map<UUID, Optional<LocalDate>> started) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(RESTART)) {
      Columns<Map.Entry<UUID, Optional<LocalDate>>> columns =
          new Columns<>(connection, statement, List.copyOf(started.entrySet()));
      columns.set(1, "uuid", Map.Entry::getKey);
      columns.set(2, "date", man -> man.getValue().orElse(null));
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(
          "The starts of a register's men could not be written", failure);
    }
  }

  private static void update(Connection connection, List<Enrolment> men) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      Columns<Enrolment> columns = new Columns<>(connection, statement, men);
      columns.set(1, "uuid", Enrolment::id);
      columns.set(2, "text", man -> man.status().name());
      columns.set(3, "int4", Enrolment::attendedMinutes);
      columns.set(4, "int4", Enrolment::countableMinutes);
      columns.set(5, "date", Enrolment::startedOn);
      columns.set(6, "date", Enrolment::lastRegisteredOn);
      statement.executeUpdate();
    }
  }

  private static void insert(Connection connection, List<EnrolmentStatusChange> moves, Act act)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
      statement.setObject(1, act.at().atOffset(ZoneOffset.UTC));
      statement.setString(2, act.by());
      Columns<EnrolmentStatusChange> columns = new Columns<>(connection, statement, moves);
      columns.set(3, "uuid", EnrolmentStatusChange::id);
      columns.set(4, "uuid", EnrolmentStatusChange::enrolmentId);
      columns.set(5, "text", EnrolmentStatusChange::boroughCode);
      columns.set(6, "text", move -> name(move.fromStatus()));
      columns.set(7, "text", move -> move.toStatus().name());
      columns.set(8, "text", EnrolmentStatusChange::reasonCode);
      columns.set(9, "date", EnrolmentStatusChange::effectiveOn);
      statement.executeUpdate();
    }
  }

  private static @Nullable String name(@Nullable EnrolmentStatus status) {
    return status == null ? null : status.name();
  }

  /** The values of all rows, one column after the other. */
  private record Columns<T>(Connection connection, PreparedStatement statement, List<T> rows) {

    void set(int place, String type, Function<T, @Nullable Object> value) throws SQLException {
      @Nullable Object[] values = rows.stream().map(value).toArray();
      statement.setArray(place, connection.createArrayOf(type, values));
    }
  }
}
