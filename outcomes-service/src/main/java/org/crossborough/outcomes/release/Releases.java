package org.crossborough.outcomes.release;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.outcomes.release.FeedCell.Line;
import org.crossborough.outcomes.release.FeedCell.Stamp;
import org.jspecify.annotations.Nullable;

/** The releases and their lines, newest first. Plain statements: a feed's page is a hot path. */
@ApplicationScoped
public class Releases {

  private static final String RELEASE =
      "select id, product, area, period, version, policy, as_of, released_by from feed_release ";
  private static final String CELL =
      """
      select c.place, r.period, r.version, r.policy, r.as_of, c.section, c.metric, c.variant,
             c.breakdown, c.numerator, c.denominator, c.value, c.suppressed
      from %s c join feed_release r on r.id = c.release_id
      """;

  // The page first, then the releases of its lines, whatever the planner knows of the tables. The
  // number stands in the statement: were it a parameter, the plan that is kept would be made for a
  // tenth of the feed, and would read every release for each page.
  private static final String PAGE =
      CELL.formatted(
              """
              (select * from feed_cell where product = ? and area = ? and place < ?
               order by place desc limit {rows})\
              """)
          + "order by c.place desc";

  private final AgroalDataSource dataSource;

  Releases(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The place of a feed's newest line: what its entity tag is made of; 0 while it has none. */
  public long newestPlace(FeedProduct product, String area) {
    return query(
            "select coalesce(max(place), 0) from feed_cell where product = ? and area = ?",
            row -> row.getLong(1),
            product.id(),
            area)
        .getFirst();
  }

  /** Lines of a feed below a place, newest first. */
  public List<FeedCell> below(FeedProduct product, String area, long place, int rows) {
    String sql = PAGE.replace("{rows}", Integer.toString(rows));
    return query(sql, Releases::cell, product.id(), area, place);
  }

  /** The lines of one release, in the order of its tables. */
  public List<FeedCell> linesOf(UUID release) {
    return query(
        CELL.formatted("feed_cell") + "where c.release_id = ? order by c.place desc",
        Releases::cell,
        release);
  }

  /** The newest version of each period of a feed, oldest period first. */
  public List<KnownRelease> current(FeedProduct product, String area) {
    return query(
        """
        select distinct on (period)
               id, product, area, period, version, policy, as_of, released_by
        from feed_release where product = ? and area = ?
        order by period, version desc
        """,
        Releases::release,
        product.id(),
        area);
  }

  /** The newest version of each period of a feed that had been released by a moment. */
  public List<KnownRelease> standing(FeedProduct product, String area, Instant asOf) {
    return query(
        """
        select distinct on (period)
               id, product, area, period, version, policy, as_of, released_by
        from feed_release where product = ? and area = ? and as_of <= ?
        order by period, version desc
        """,
        Releases::release,
        product.id(),
        area,
        asOf.atOffset(ZoneOffset.UTC));
  }

  /** The newest version of one period, if it was released. */
  public Optional<KnownRelease> latest(FeedProduct product, String area, ReportingPeriod period) {
    return query(
            RELEASE + "where product = ? and area = ? and period = ? order by version desc limit 1",
            Releases::release,
            product.id(),
            area,
            period.toString())
        .stream()
        .findFirst();
  }

  Optional<KnownRelease> find(UUID id) {
    return query(RELEASE + "where id = ?", Releases::release, id).stream().findFirst();
  }

  List<KnownRelease> page(UUID before, int rows) {
    return query(
        RELEASE + "where id < ? order by id desc limit ?", Releases::release, before, rows);
  }

  void add(KnownRelease release, List<Line> lines) {
    String sql =
        """
        insert into feed_release (id, product, area, period, version, policy, as_of, released_by)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(
          statement,
          release.id(),
          release.product().id(),
          release.area(),
          release.period().toString(),
          release.version(),
          release.policy(),
          release.asOf().atOffset(ZoneOffset.UTC),
          release.releasedBy());
      var _ = statement.executeUpdate();
      addLines(connection, release, newestPlace(release.product(), release.area()), lines);
    } catch (SQLException failure) {
      throw new IllegalStateException("The release could not be kept", failure);
    }
  }

  private static void addLines(
      Connection connection, KnownRelease release, long newest, List<Line> lines)
      throws SQLException {
    String sql =
        """
        insert into feed_cell (release_id, product, area, place, section, metric, variant,
                               breakdown, numerator, denominator, value, suppressed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      // The last line first: feeds are read newest first, and a table from its top.
      long place = newest;
      for (Line line : lines.reversed()) {
        bind(
            statement,
            release.id(),
            release.product().id(),
            release.area(),
            ++place,
            line.section(),
            line.metric(),
            line.variant(),
            line.breakdown(),
            line.numerator(),
            line.denominator(),
            line.value(),
            line.suppressed());
        statement.addBatch();
      }
      var _ = statement.executeBatch();
    }
  }

  private static KnownRelease release(ResultSet row) throws SQLException {
    return new KnownRelease(
        row.getObject(1, UUID.class),
        FeedProduct.named(row.getString(2)).orElseThrow(),
        row.getString(3),
        ReportingPeriod.named(row.getString(4)).orElseThrow(),
        row.getInt(5),
        row.getString(6),
        instant(row, 7),
        row.getString(8));
  }

  private static FeedCell cell(ResultSet row) throws SQLException {
    return new FeedCell(
        row.getLong(1),
        new Stamp(row.getString(2), row.getInt(3), row.getString(4), instant(row, 5)),
        new Line(
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getString(10),
            row.getString(11),
            row.getString(12),
            row.getBoolean(13)));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException("The releases could not be read", failure);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
