package org.crossborough.referral.caselist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.referral.clock.CaseHistories;
import org.crossborough.referral.clock.CaseHistory;
import org.crossborough.referral.clock.Clocks;
import org.crossborough.referral.clock.LimitClock;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.person.NormalisedName;
import org.crossborough.referral.upkeep.Upkeep;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Keeps each referral's line in the case list. */
@ApplicationScoped
class CaseListUpkeep implements Upkeep {

  private static final String CASES =
      """
      select r.id, r.referring_borough_code, r.status, r.reference, r.given_name, r.family_name,
        (select a.assignee from assignment a where a.referral_id = r.id order by a.id desc limit 1)
      from referral r where r.id in (:ids)
      """;
  private static final String STORE =
      """
      insert into case_list_entry (referral_id, borough_code, status, waiting_since, next_limit,
        next_due_on, assignee)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (referral_id) do update set borough_code = excluded.borough_code,
        status = excluded.status, waiting_since = excluded.waiting_since,
        next_limit = excluded.next_limit, next_due_on = excluded.next_due_on,
        assignee = excluded.assignee
      """;
  private static final String STORE_SEARCHED =
      """
      insert into case_search (referral_id, searched) values (?, ?)
      on conflict (referral_id) do update set searched = excluded.searched
      where case_search.searched <> excluded.searched
      """;

  private final Session database;
  private final CaseHistories histories;
  private final Clocks clocks;
  private final Clock clock;

  CaseListUpkeep(Session database, CaseHistories histories, Clocks clocks, Clock clock) {
    this.database = database;
    this.histories = histories;
    this.clocks = clocks;
    this.clock = clock;
  }

  @Override
  public void of(List<UUID> referralIds) {
    Map<UUID, CaseHistory> known = histories.of(referralIds);
    LocalDate today = Occasion.londonDay(clock.instant());
    List<Tuple> cases =
        database
            .createNativeQuery(CASES, Tuple.class)
            .setParameter("ids", referralIds)
            .getResultList();
    database.doWork(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(STORE);
          PreparedStatement search = connection.prepareStatement(STORE_SEARCHED)) {
        for (Tuple row : cases) {
          search.setObject(1, row.get(0, UUID.class));
          search.setString(2, searched(row));
          search.addBatch();
          CaseHistory history = known.get(row.get(0, UUID.class));
          if (history != null) {
            add(statement, row, history, clocks.next(history, today).orElse(null));
          }
        }
        statement.executeBatch();
        search.executeBatch();
      }
    });
  }

  private static void add(
      PreparedStatement statement, Tuple row, CaseHistory history, @Nullable LimitClock next)
      throws SQLException {
    statement.setObject(1, row.get(0, UUID.class));
    statement.setString(2, row.get(1, String.class));
    statement.setString(3, row.get(2, String.class));
    statement.setObject(4, history.waitingSince(), Types.DATE);
    statement.setString(5, next == null ? null : next.limit().name());
    statement.setObject(6, next == null ? null : next.dueOn(), Types.DATE);
    statement.setString(7, row.get(6, String.class));
    statement.addBatch();
  }

  private static String searched(Tuple row) {
    return searched(row.get(3, String.class), row.get(4, String.class), row.get(5, String.class));
  }

  /**
   * The reference is kept with and without its hyphen, which {@link NormalisedName} takes for a
   * space: whoever searches types either, and a text alone does not tell whether it is a name.
   */
  static String searched(String reference, @Nullable String given, @Nullable String family) {
    String name = given == null || family == null ? "" : given + " " + family;
    return NormalisedName.of("%s %s %s".formatted(name, reference.replace("-", ""), reference));
  }
}
