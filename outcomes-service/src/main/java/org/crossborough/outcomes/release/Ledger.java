package org.crossborough.outcomes.release;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.outcomes.disclosure.Claim;
import org.crossborough.outcomes.disclosure.Group;

/**
 * Everything that was ever said of a year's people in products that are not exact. Their readers
 * can put them side by side, so that a new release is attacked with all of it.
 */
@ApplicationScoped
class Ledger {

  private final AgroalDataSource dataSource;

  Ledger(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** One release at a time: two made at once would not know of each other. */
  void lock() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select pg_advisory_xact_lock(hashtext('release'))")) {
      statement.execute();
    } catch (SQLException failure) {
      throw new IllegalStateException("The ledger could not be locked", failure);
    }
  }

  /** What was said of a subject's people of a financial year, by the subject's own outcomes. */
  List<Claim> of(Subject subject, int year) {
    String sql =
        """
        select distinct people, low, high from released_claim where subject = ? and year = ?
        order by people, low, high
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, subject.name());
      statement.setInt(2, year);
      List<Claim> claims = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Long high = row.getObject(3, Long.class);
          claims.add(
              new Claim(
                  Group.parse(row.getString(1)), row.getLong(2), high == null ? Claim.ANY : high));
        }
      }
      return claims;
    } catch (SQLException failure) {
      throw new IllegalStateException("The ledger could not be read", failure);
    }
  }

  /** Enters what a release says, and what its lines say of their total when added up. */
  void enter(UUID release, Layout layout, Collection<Claim> claims) {
    Section section = layout.section();
    List<Claim> said = new ArrayList<>(claims.stream().map(layout::forLedger).toList());
    said.addAll(addedUp(section, said));
    String sql =
        """
        insert into released_claim (release_id, subject, year, people, low, high)
        values (?, ?, ?, ?, ?, ?)
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Claim claim : said) {
        statement.setObject(1, release);
        statement.setString(2, section.subject().name());
        statement.setInt(3, layout.period().year());
        statement.setString(4, claim.group().toString());
        statement.setLong(5, claim.low());
        if (claim.high() == Claim.ANY) {
          statement.setNull(6, Types.BIGINT);
        } else {
          statement.setLong(6, claim.high());
        }
        statement.addBatch();
      }
      var _ = statement.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException("The ledger could not be written", failure);
    }
  }

  /** Another section has no such lines, but it shares their total. */
  private static Collection<Claim> addedUp(Section section, Collection<Claim> claims) {
    String dimension = section.breakdown().dimension();
    Map<Group, Claim> totals = new TreeMap<>();
    Map<Group, Integer> lines = new TreeMap<>();
    for (Claim claim : claims) {
      if (claim.group().where().containsKey(dimension)) {
        Group total = claim.group().without(dimension);
        totals.merge(total, new Claim(total, claim.low(), claim.high()), Ledger::sum);
        lines.merge(total, 1, Integer::sum);
      }
    }
    int all = section.breakdown().lines().size();
    totals.keySet().removeIf(total -> lines.getOrDefault(total, 0) < all);
    return totals.values();
  }

  private static Claim sum(Claim one, Claim other) {
    boolean open = one.high() == Claim.ANY || other.high() == Claim.ANY;
    return new Claim(
        one.group(), one.low() + other.low(), open ? Claim.ANY : one.high() + other.high());
  }
}
