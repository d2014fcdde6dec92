package org.crossborough.referral.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Orders to keep everything, such as for a death review; while one is open nothing is destroyed.
 */
@ApplicationScoped
class LegalHolds {

  private static final String COLUMNS =
      """
      select id, reason_code, note, placed_at, placed_by, lifted_at, lifted_by, lifted_why
      from legal_hold where referral_id = :referral
      """;
  private static final String HOLDS = COLUMNS + "order by id desc";
  private static final String PAGE = COLUMNS + "and id < :before order by id desc limit :rows";

  private final Session database;

  LegalHolds(Session database) {
    this.database = database;
  }

  UUID place(UUID referralId, Grounds grounds, Occasion occasion) {
    UUID id = Ids.next();
    String sql =
        """
        insert into legal_hold (id, referral_id, reason_code, note, placed_at, placed_by)
        values (:id, :referral, :reason, cast(:note as text), :at, :by)
        """;
    database
        .createNativeMutationQuery(sql)
        .setParameter("id", id)
        .setParameter("referral", referralId)
        .setParameter("reason", grounds.reasonCode.name())
        .setParameter("note", grounds.note)
        .setParameter("at", occasion.at())
        .setParameter("by", occasion.by())
        .executeUpdate();
    return id;
  }

  void lift(UUID holdId, String why, Occasion occasion) {
    String sql =
        "update legal_hold set lifted_at = :at, lifted_by = :by, lifted_why = :why where id = :id";
    database
        .createNativeMutationQuery(sql)
        .setParameter("id", holdId)
        .setParameter("why", why)
        .setParameter("at", occasion.at())
        .setParameter("by", occasion.by())
        .executeUpdate();
  }

  /** Those of a referral, newest first. */
  List<HoldView> of(UUID referralId) {
    return database
        .createNativeQuery(HOLDS, Tuple.class)
        .setParameter("referral", referralId)
        .getResultStream()
        .map(HoldView::of)
        .toList();
  }

  /** A page's rows, newest first. */
  List<HoldView> newestFirst(UUID referralId, UUID before, int limit) {
    return database
        .createNativeQuery(PAGE, Tuple.class)
        .setParameter("referral", referralId)
        .setParameter("before", before)
        .setParameter("rows", Page.rows(limit))
        .getResultStream()
        .map(HoldView::of)
        .toList();
  }

  Optional<HoldView> open(UUID referralId) {
    return of(referralId).stream().filter(hold -> hold.liftedAt == null).findFirst();
  }

  /** Why everything is kept. */
  @Schema(name = "LegalHoldReason")
  enum Reason {
    DEATH_REVIEW,
    LITIGATION,
    INQUIRY,
    COMPLAINT,
    POLICE_INVESTIGATION
  }

  /** A reason, and a case number or the like. */
  record Grounds(Reason reasonCode, @Nullable String note) {}

  /** A hold as it is shown. */
  @Schema(name = "LegalHold")
  record HoldView(
      UUID id,
      Reason reasonCode,
      @Nullable String note,
      Instant placedAt,
      String placedBy,
      @Nullable Instant liftedAt,
      @Nullable String liftedBy,
      @Nullable String liftedWhy) {

    private static HoldView of(Tuple row) {
      return new HoldView(
          row.get(0, UUID.class),
          Reason.valueOf(row.get(1, String.class)),
          row.get(2, String.class),
          row.get(3, Instant.class),
          row.get(4, String.class),
          row.get(5, Instant.class),
          row.get(6, String.class),
          row.get(7, String.class));
    }
  }
}
