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
import java.util.stream.Stream;
import org.crossborough.programme.run.RunConfig;

/** The runs that are not over, with their places. Cost follows their number, not that of all. */
@ApplicationScoped
class OpenRuns {

  /**
   * A rolling run takes men in at its start and every so many weeks after, as long as what is left
   * of it holds the programme's minimum of countable minutes; a closed one at its start.
   */
  private static final String OPEN =
      """
      select r.id, r.template_code, r.template_version, r.borough_code, r.starts_on, r.ends_on,
        r.capacity, places.taken, intake.next_on
      from programme_run r
      cross join lateral (
        select count(*)::int as taken from enrolment e
        where e.run_id = r.id and e.status in ('PLANNED', 'ACTIVE', 'SUSPENDED')) places
      cross join lateral (
        select min(day)::date as next_on
        from generate_series(r.starts_on::timestamp, r.ends_on::timestamp,
          make_interval(weeks => coalesce(r.intake_every_weeks, 5200))) day
        where day::date >= ? and (
          select coalesce(sum(s.countable_minutes), 0) from programme_session s
          where s.run_id = r.id and s.status = 'SCHEDULED' and s.date >= day::date
        ) >= r.minimum_countable_minutes) intake
      where r.cancelled_at is null and r.ends_on >= ?
      """;

  private final AgroalDataSource dataSource;
  private final RunConfig config;

  OpenRuns(AgroalDataSource dataSource, RunConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  /** Newest first, from below an id. */
  List<RunPlaces> newestBefore(UUID id, int rows, LocalDate today) {
    return read(OPEN + " and r.id < ? order by r.id desc limit ?", today, today, id, rows);
  }

  /** What is free at the next intake of each. */
  List<WaitingForecast.Places> supply(LocalDate today) {
    return read(OPEN, today, today).stream()
        .flatMap(run ->
            run.nextIntakeOn() == null
                ? Stream.empty()
                : Stream.of(new WaitingForecast.Places(run.nextIntakeOn(), run.free())))
        .toList();
  }

  private List<RunPlaces> read(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<RunPlaces> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(places(row));
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
