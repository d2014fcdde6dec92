package org.crossborough.programme.attendance;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.crossborough.programme.session.RegisterSheet;
import org.jspecify.annotations.Nullable;

/** The attendance log. */
@ApplicationScoped
class Attendances implements PanacheRepositoryBase<Attendance, UUID> {

  private static final String APPEND =
      """
      insert into attendance (id, enrolment_id, revision, code, attended_minutes,
        countable_minutes, arrived_at, left_at, makes_up_for, session_id, borough_code, held_on,
        taken_at, recorded_at, recorded_by)
      select line.*, ?, ?, ?, ?, ?, ?
      from unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::int[], ?::int[], ?::time[],
        ?::time[], ?::uuid[]) line
      """;

  private static final String STANDS =
      " and not exists (select 1 from Attendance b where b.sessionId = a.sessionId"
          + " and b.enrolmentId = a.enrolmentId and b.revision > a.revision)";
  // Sessions of one day keep the order in which they were planned: their ids do.
  private static final Comparator<Attendance> IN_ORDER_OF_DAYS =
      Comparator.comparing(Attendance::heldOn).thenComparing(Attendance::sessionId);

  private final AgroalDataSource dataSource;

  Attendances(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Adds lines of one register to the log, in one statement for all of them: one for each man is
   * most of what a register costs, and Hibernate's batches would put values into logs.
   */
  void append(RegisterSheet session, List<Attendance> lines) {
    if (lines.isEmpty()) {
      return;
    }
    Attendance any = lines.getFirst();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(APPEND)) {
      statement.setObject(1, session.sessionId());
      statement.setString(2, session.boroughCode());
      statement.setObject(3, session.date());
      statement.setObject(4, inUtc(any.takenAt()), Types.TIMESTAMP_WITH_TIMEZONE);
      statement.setObject(5, inUtc(any.recordedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
      statement.setString(6, any.recordedBy());
      Columns columns = new Columns(connection, statement, lines);
      columns.set(7, "uuid", Attendance::id);
      columns.set(8, "uuid", Attendance::enrolmentId);
      columns.set(9, "int4", Attendance::revision);
      columns.set(10, "text", line -> line.code().name());
      columns.set(11, "int4", Attendance::attendedMinutes);
      columns.set(12, "int4", Attendance::countableMinutes);
      columns.set(13, "time", Attendance::arrivedAt);
      columns.set(14, "time", Attendance::leftAt);
      columns.set(15, "uuid", Attendance::makesUpFor);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("The register could not be written", failure);
    }
  }

  /** The values of all lines, one column after the other. */
  private record Columns(
      Connection connection, PreparedStatement statement, List<Attendance> lines) {

    void set(int place, String type, Function<Attendance, @Nullable Object> value)
        throws SQLException {
      @Nullable Object[] values = lines.stream().map(value).toArray();
      statement.setArray(place, connection.createArrayOf(type, values));
    }
  }

  private static @Nullable OffsetDateTime inUtc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** What stands for each man of a session: his highest revision. */
  Map<UUID, Attendance> standing(UUID sessionId) {
    return list("sessionId = ?1 order by revision", sessionId).stream()
        .collect(toMap(Attendance::enrolmentId, identity(), (_, later) -> later));
  }

  /** What stands at every session for each of these men, in the order of days. */
  Map<UUID, List<Attendance>> standingOf(Collection<UUID> enrolmentIds) {
    Map<List<UUID>, Attendance> last =
        list("enrolmentId in ?1 order by revision", enrolmentIds).stream()
            .collect(
                toMap(
                    line -> List.of(line.enrolmentId(), line.sessionId()),
                    identity(),
                    (_, later) -> later,
                    LinkedHashMap::new));
    return last.values().stream()
        .sorted(IN_ORDER_OF_DAYS)
        .collect(groupingBy(Attendance::enrolmentId));
  }

  /** The standing make-ups for a session, whichever session they were made up in. */
  List<Attendance> makingUpFor(Collection<UUID> missedSessionIds) {
    return list("from Attendance a where a.makesUpFor in ?1" + STANDS, missedSessionIds);
  }

  /** A man's whole log, newest line first. */
  List<Attendance> history(UUID enrolmentId, UUID before, int rows) {
    return find("enrolmentId = ?1 and id < ?2 order by id desc", enrolmentId, before)
        .page(0, rows)
        .list();
  }

  Optional<RegisterSubmission> submission(@Nullable UUID id) {
    return id == null
        ? Optional.empty()
        : Optional.ofNullable(getEntityManager().find(RegisterSubmission.class, id));
  }

  void remember(RegisterSubmission submission) {
    getEntityManager().persist(submission);
  }
}
