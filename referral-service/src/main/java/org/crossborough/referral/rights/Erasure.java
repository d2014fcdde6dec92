package org.crossborough.referral.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.audit.AuditTrail;
import org.crossborough.chassis.audit.AuditTrail.Act;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.contracts.ParticipantEvent.ParticipantErased;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.rights.Retention.Standing;
import org.hibernate.Session;

/**
 * Makes this service forget a man: every column that names him or tells of him in words, in every
 * table, in what is kept for repeated requests and in what is kept to be sent again. Dates, codes
 * and boroughs stay, for figures that name nobody. What other services hold goes by the tombstone.
 */
@ApplicationScoped
class Erasure {

  /** In the order of the relay, which may be marking the same rows. */
  private static final String OUTBOX =
      """
      with his as (
        select seq from outbox
        where topic = 'referral.participants'
          and key in (select person_id from referral where id in (:referrals))
        order by seq for update)
      update outbox set payload = null, type = 'participant.erased.v1'
      where seq in (select seq from his)
      """;

  private static final String KEPT_ANSWERS =
      """
      update idempotency_key set body = convert_to('{}', 'UTF8')
      where body is not null and position(convert_to(:id, 'UTF8') in body) > 0
      """;

  private final Session database;
  private final Retention retention;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final List<HeldTable> tables = HeldTable.all();

  Erasure(Session database, Retention retention, Outbox outbox, AuditTrail audit) {
    this.database = database;
    this.retention = retention;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** Forgets referrals because the man asked for it; refused when one of them must be kept. */
  void onRequest(List<UUID> referralIds, Occasion occasion) {
    List<UUID> left = lock(referralIds);
    for (UUID id : left) {
      Standing standing = retention.of(id);
      requireMayGo(standing);
      if (!standing.erasedOnRequest() && !standing.isDue(occasion.today())) {
        throw RightsProblem.RETENTION_REQUIRED.because(
            "%s (kept until %s).".formatted(standing.basis(), standing.dueOn()));
      }
    }
    erase(left, "the man's request", occasion);
  }

  /** Forgets one referral because a review found that its time is over. */
  void afterReview(UUID referralId, Occasion occasion) {
    List<UUID> left = lock(List.of(referralId));
    LocalDate today = occasion.today();
    for (UUID id : left) {
      Standing standing = retention.of(id);
      requireMayGo(standing);
      if (!standing.isDue(today)) {
        throw RightsProblem.NOT_DUE.because("Due on %s.".formatted(standing.dueOn()));
      }
    }
    erase(left, "a retention review", occasion);
  }

  private static void requireMayGo(Standing standing) {
    if (standing.onLegalHold()) {
      throw RightsProblem.LEGAL_HOLD.because("A legal hold must be lifted first.");
    }
    if (standing.endedOn() == null) {
      throw RightsProblem.STILL_OPEN.because(
          "A referral that is open, or whose man is placed, is not erased.");
    }
  }

  /** Those not erased yet, kept from others: no hold can be placed meanwhile. */
  private List<UUID> lock(List<UUID> referralIds) {
    return OneColumn.query(
            database,
            "select id from referral where id in (:ids) and erased_at is null order by id for update",
            UUID.class)
        .setParameter("ids", referralIds)
        .getResultList();
  }

  private void erase(List<UUID> referralIds, String purpose, Occasion occasion) {
    if (referralIds.isEmpty()) {
      return;
    }
    update(OUTBOX, referralIds);
    for (HeldTable table : tables) {
      String statement = table.erasure();
      if (statement != null) {
        update(markedErased(table, statement, occasion), referralIds);
      }
    }
    for (UUID id : referralIds) {
      database
          .createNativeMutationQuery(KEPT_ANSWERS)
          .setParameter("id", id.toString())
          .executeUpdate();
      audit.record(new Act(occasion.by(), "ERASE", "referral:" + id, purpose, "ERASED"));
    }
    tell(referralIds, occasion);
  }

  /**
   * In the same statement: the table takes neither a nameless man nor an erased one with a name.
   */
  private static String markedErased(HeldTable table, String statement, Occasion occasion) {
    return table.table().equals("referral")
        ? statement.replace(
            " set ", " set erased_at = '%s', version = version + 1, ".formatted(occasion.at()))
        : statement;
  }

  private void update(String sql, List<UUID> referralIds) {
    database.createNativeMutationQuery(sql).setParameter("referrals", referralIds).executeUpdate();
  }

  private void tell(List<UUID> referralIds, Occasion occasion) {
    OneColumn.query(
            database, "select person_id from referral where id in (:ids) order by id", UUID.class)
        .setParameter("ids", referralIds)
        .getResultList()
        .forEach(personId -> outbox.publish(new ParticipantErased(personId, occasion.at())));
  }
}
