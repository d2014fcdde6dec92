package org.crossborough.programme.booking;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.crossborough.chassis.problem.Violation;

/**
 * All bookings. An exclusion constraint decides who comes first; the search before it is there to
 * say what is taken.
 */
@ApplicationScoped
public class Bookings {

  private static final String EXCLUSION_VIOLATION = "23P01";
  private static final String NEEDED =
      """
      unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as n(session_id, borough_code, kind, resource, starts, ends)
      """;

  private final AgroalDataSource dataSource;

  Bookings(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Gives back what these sessions had booked. */
  public void release(Collection<UUID> sessionIds) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from booking where session_id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("uuid", sessionIds.toArray()));
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("Bookings could not be released", failure);
    }
  }

  /**
   * Books all of it or nothing; the sessions must be stored already.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when something is taken at that time
   */
  public void book(List<Booking> needed) {
    // One order for all, so that two requests wait for each other rather than for ever.
    List<Booking> ordered =
        needed.stream()
            .sorted(
                Comparator.comparing(Booking::kind)
                    .thenComparing(Booking::resource)
                    .thenComparing(Booking::from))
            .toList();
    try (Connection connection = dataSource.getConnection()) {
      await(connection, ordered);
      List<Violation> taken = taken(connection, ordered);
      if (!taken.isEmpty()) {
        throw BookingProblem.ALREADY_BOOKED.of(taken);
      }
      insert(connection, ordered);
    } catch (SQLException failure) {
      if (EXCLUSION_VIOLATION.equals(failure.getSQLState())) {
        throw BookingProblem.ALREADY_BOOKED.because("Somebody else booked it at the same moment.");
      }
      throw new IllegalStateException("Bookings could not be made", failure);
    }
  }

  /**
   * Waits for whoever is booking the same things. The constraint alone would hold, but of two who
   * insert at once each may find the other, and the server looks for deadlocks only after a second.
   */
  private static void await(Connection connection, List<Booking> needed) throws SQLException {
    String sql =
        """
        select pg_advisory_xact_lock(hashtextextended(thing, 0))
        from (select distinct n.kind || ' ' || n.resource as thing from %s order by 1) things
        """
            .formatted(NEEDED);
    try (PreparedStatement statement = prepared(connection, sql, needed)) {
      boolean _ = statement.execute();
    }
  }

  private static List<Violation> taken(Connection connection, List<Booking> needed)
      throws SQLException {
    String sql =
        """
        select n.kind, n.resource, n.starts
        from %s join booking b on b.kind = n.kind and b.resource = n.resource
          and b.during && tsrange(n.starts::timestamp, n.ends::timestamp)
        order by n.starts, n.kind, n.resource limit 20
        """
            .formatted(NEEDED);
    try (PreparedStatement statement = prepared(connection, sql, needed);
        ResultSet row = statement.executeQuery()) {
      List<Violation> taken = new ArrayList<>();
      while (row.next()) {
        boolean person = row.getString("kind").equals(Booking.Kind.FACILITATOR.name());
        taken.add(
            new Violation(
                person ? "facilitators" : "venue",
                row.getString("kind") + "_BOOKED",
                "%s is taken at %s".formatted(row.getString("resource"), row.getString("starts"))));
      }
      return taken;
    }
  }

  private static void insert(Connection connection, List<Booking> needed) throws SQLException {
    String sql =
        """
        insert into booking (session_id, borough_code, kind, resource, during)
        select n.session_id, n.borough_code, n.kind, n.resource,
          tsrange(n.starts::timestamp, n.ends::timestamp)
        from %s
        """
            .formatted(NEEDED);
    try (PreparedStatement statement = prepared(connection, sql, needed)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, List<Booking> needed)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setArray(1, column(connection, "uuid", needed, Booking::sessionId));
    statement.setArray(2, column(connection, "text", needed, Booking::boroughCode));
    statement.setArray(3, column(connection, "text", needed, booking -> booking.kind().name()));
    statement.setArray(4, column(connection, "text", needed, Booking::resource));
    statement.setArray(5, column(connection, "text", needed, booking -> booking.from().toString()));
    statement.setArray(6, column(connection, "text", needed, booking -> booking.to().toString()));
    return statement;
  }

  private static Array column(
      Connection connection, String type, List<Booking> needed, Function<Booking, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, needed.stream().map(value).toArray());
  }
}
