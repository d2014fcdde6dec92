package org.crossborough.referral.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** How long each referral is kept, and what was decided when the time was over. */
@ApplicationScoped
class Retention {

  /**
   * A man with a place has a programme file, kept from his exit; one without, from the decision.
   * While he is on the programme, or waits for its beginning, no period runs.
   */
  private static final String STANDINGS =
      """
      select r.id, r.reference, r.referring_borough_code, rule.code, rule.basis,
        rule.erased_on_request, file.ended_on,
        greatest(cast(file.ended_on + make_interval(months => rule.keep_months) as date), kept.until)
          as due_on,
        exists (select 1 from legal_hold h where h.referral_id = r.id and h.lifted_at is null),
        r.erased_at
      from referral r
        cross join lateral (
          select count(*) > 0 as placed,
            case when bool_and(e.ended_on is not null) then max(e.ended_on) end as left_on
          from known_enrolment e where e.referral_id = r.id) place
        cross join lateral (
          select place.placed or r.status = 'ALLOCATED' as is_programme,
            case when place.placed or r.status = 'ALLOCATED' then place.left_on
              else cast(r.ended_at at time zone 'Europe/London' as date) end as ended_on) file
        join retention_rule rule
          on rule.code = case when file.is_programme then 'PROGRAMME_FILE' else 'NOT_ACCEPTED' end
        left join lateral (
          select d.keep_until as until from retention_decision d
          where d.referral_id = r.id and d.decision = 'KEEP'
          order by d.id desc limit 1) kept on true
      """;

  private static final String DUE =
      """
      select * from (
        %s
        where r.erased_at is null and r.id < :before
          and (r.status = 'ALLOCATED' or r.ended_at < cast(:endedBefore as timestamp) at time zone 'Europe/London')) standing
      where due_on <= :today order by id desc limit :rows
      """
          .formatted(STANDINGS);

  private final Session database;

  Retention(Session database) {
    this.database = database;
  }

  Standing of(UUID referralId) {
    return database
        .createNativeQuery(STANDINGS + " where r.id = :id", Tuple.class)
        .setParameter("id", referralId)
        .getResultStream()
        .map(Standing::of)
        .findFirst()
        .orElseThrow();
  }

  /** A row more than the page has of what is due for review, newest first. */
  List<Standing> due(LocalDate today, UUID before, int limit) {
    String shortest = "select min(keep_months) from retention_rule";
    int months = OneColumn.query(database, shortest, Integer.class).getSingleResult();
    return database
        .createNativeQuery(DUE, Tuple.class)
        .setParameter("before", before)
        .setParameter("endedBefore", today.minusMonths(months).plusDays(1).atStartOfDay())
        .setParameter("today", today)
        .setParameter("rows", Page.rows(limit))
        .getResultStream()
        .map(Standing::of)
        .toList();
  }

  void decide(UUID referralId, Verdict verdict, Occasion occasion) {
    String sql =
        """
        insert into retention_decision (id, referral_id, decision, keep_until, reason, decided_at,
          decided_by)
        values (:id, :referral, :decision, cast(:until as date), :reason, :at, :by)
        """;
    database
        .createNativeMutationQuery(sql)
        .setParameter("id", Ids.next())
        .setParameter("referral", referralId)
        .setParameter("decision", verdict.decision.name())
        .setParameter("until", verdict.keepUntil == null ? null : verdict.keepUntil.toString())
        .setParameter("reason", verdict.reason)
        .setParameter("at", occasion.at())
        .setParameter("by", occasion.by())
        .executeUpdate();
  }

  /** What a review can come to. */
  @Schema(name = "RetentionDecision")
  enum Decision {
    KEEP,
    DESTROY
  }

  /** A decision, of a keeping with its last day. */
  record Verdict(Decision decision, @Nullable LocalDate keepUntil, String reason) {}

  /**
   * How a referral stands.
   *
   * @param endedOn the day its period counts from; absent while it is open or the man is placed
   * @param dueOn from when it may be destroyed, after a review; absent with {@code endedOn}
   */
  @Schema(name = "RetentionStanding")
  record Standing(
      UUID referralId,
      String reference,
      String referringBoroughCode,
      String rule,
      String basis,
      boolean erasedOnRequest,
      @Nullable LocalDate endedOn,
      @Nullable LocalDate dueOn,
      boolean onLegalHold,
      @Nullable Instant erasedAt) {

    private static Standing of(Tuple row) {
      LocalDate endedOn = row.get(6, LocalDate.class);
      return new Standing(
          row.get(0, UUID.class),
          row.get(1, String.class),
          row.get(2, String.class),
          row.get(3, String.class),
          row.get(4, String.class),
          row.get(5, Boolean.class),
          endedOn,
          endedOn == null ? null : row.get(7, LocalDate.class),
          row.get(8, Boolean.class),
          row.get(9, Instant.class));
    }

    boolean isDue(LocalDate today) {
      return dueOn != null && !dueOn.isAfter(today);
    }
  }
}
