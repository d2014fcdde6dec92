package org.crossborough.programme.capacity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.programme.run.RunConfig;

/**
 * The runs that are not over, with their places. Cost follows the number of those that still take
 * men in: the last day on which one does is kept with it.
 */
@ApplicationScoped
class OpenRuns {

  /**
   * A rolling run takes men in at its start and every so many weeks after, a closed one at its
   * start; both as long as what is left of the run holds the programme's minimum of countable
   * minutes, which is what {@code last_intake_on} says.
   */
  private static final String INTAKE =
      """
      (select ?::date as today) asked cross join programme_run r
      cross join lateral (
        select case
          when r.intake_every_weeks is null or r.starts_on >= today then r.starts_on
          else r.starts_on + 7 * r.intake_every_weeks
            * ceil((today - r.starts_on) / (7.0 * r.intake_every_weeks))::int
          end as next_on) intake
      """;

  private static final String TAKEN =
      """
      (select count(*)::int from enrolment e
        where e.run_id = r.id and e.status in ('PLANNED', 'ACTIVE', 'SUSPENDED'))
      """;

  private static final String PAGE =
      """
      select r.id, r.template_code, r.template_version, r.borough_code, r.starts_on, r.ends_on,
        r.capacity, %s as taken,
        case when next_on between today and r.last_intake_on then next_on end as next_on
      from %s
      where r.cancelled_at is null and r.ends_on >= today and r.id < ?
      order by r.id desc limit ?
      """
          .formatted(TAKEN, INTAKE);

  /** The places free by day of intake, added up over all runs. */
  private static final String SUPPLY =
      """
      select next_on, sum(greatest(0, r.capacity - %s))::int as free
      from %s
      where r.cancelled_at is null and r.last_intake_on >= today
        and next_on between today and r.last_intake_on
      group by next_on
      """
          .formatted(TAKEN, INTAKE);

  private final AgroalDataSource dataSource;
  private final RunConfig config;

  OpenRuns(AgroalDataSource dataSource, RunConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  /** Newest first, from below an id. */
  List<RunPlaces> newestBefore(UUID id, int rows, LocalDate today) {
    return read(PAGE, this::places, today, id, rows);
  }

  /** What is free at the next intake of each, by day. */
  List<WaitingForecast.Places> supply(LocalDate today) {
    return read(
        SUPPLY,
        row ->
            new WaitingForecast.Places(
                row.getObject("next_on", LocalDate.class), row.getInt("free")),
        today);
  }

  /** What a row is read as. */
  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String sql, Reading<T> reading, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(reading.of(row));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException("The places could not be read", failure);
    }
  }

  private RunPlaces places(ResultSet row) throws SQLException {
    int capacity = row.getInt("capacity");
    int taken = row.getInt("taken");
    return new RunPlaces(
        row.getObject("id", UUID.class),
        row.getString("template_code"),
        row.getInt("template_version"),
        row.getString("borough_code"),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        capacity,
        taken,
        Math.max(0, capacity - taken),
        Math.max(0, taken - capacity),
        taken < config.minimumToRun(),
        row.getObject("next_on", LocalDate.class));
  }
}
