package org.crossborough.referral.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.referral.clock.CaseHistory.Enrolled;
import org.crossborough.referral.clock.CaseHistory.Moved;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads the histories of referrals that the transaction may see, many in three queries. */
@ApplicationScoped
public class CaseHistories {

  private static final String MOVES =
      """
      select referral_id, to_status, effective_on, at from referral_status_change
      where referral_id in (:ids) order by referral_id, id
      """;
  private static final String REVIEWS =
      "select id, review_on from referral where id in (:ids) and review_on is not null";
  private static final String ENROLMENTS =
      """
      select referral_id, started_on, ended_on, ending_told_at from known_enrolment
      where referral_id in (:ids) order by enrolment_id
      """;

  private final Session database;

  CaseHistories(Session database) {
    this.database = database;
  }

  /** The history of one referral; empty lists when there is none. */
  public CaseHistory of(UUID referralId) {
    return of(List.of(referralId))
        .getOrDefault(referralId, new CaseHistory(List.of(), null, List.of()));
  }

  /** The histories of some referrals, by id. */
  public Map<UUID, CaseHistory> of(Collection<UUID> referralIds) {
    Map<UUID, @Nullable LocalDate> reviews = new HashMap<>();
    rows(REVIEWS, referralIds)
        .forEach(row -> reviews.put(row.get(0, UUID.class), row.get(1, LocalDate.class)));
    Map<UUID, List<Enrolled>> enrolments = new HashMap<>();
    for (Tuple row : rows(ENROLMENTS, referralIds)) {
      enrolments
          .computeIfAbsent(row.get(0, UUID.class), _ -> new ArrayList<>())
          .add(
              new Enrolled(
                  row.get(1, LocalDate.class),
                  row.get(2, LocalDate.class),
                  row.get(3, Instant.class)));
    }
    Map<UUID, CaseHistory> histories = new HashMap<>();
    moves(referralIds)
        .forEach((id, moves) ->
            histories.put(
                id,
                new CaseHistory(moves, reviews.get(id), enrolments.getOrDefault(id, List.of()))));
    return histories;
  }

  private Map<UUID, List<Moved>> moves(Collection<UUID> referralIds) {
    Map<UUID, List<Moved>> moves = new HashMap<>();
    for (Tuple row : rows(MOVES, referralIds)) {
      moves
          .computeIfAbsent(row.get(0, UUID.class), _ -> new ArrayList<>())
          .add(
              new Moved(
                  ReferralStatus.valueOf(row.get(1, String.class)),
                  row.get(2, LocalDate.class),
                  row.get(3, Instant.class)));
    }
    return moves;
  }

  private List<Tuple> rows(String sql, Collection<UUID> referralIds) {
    return database
        .createNativeQuery(sql, Tuple.class)
        .setParameter("ids", referralIds)
        .getResultList();
  }
}
