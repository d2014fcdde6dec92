package org.crossborough.referral.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.duplicate.TokenKind.Strength;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Referrals that may be about the man of another, and what was decided about them. */
@ApplicationScoped
class PossibleDuplicates {

  /**
   * Read when asked for, so that sending a referral is the same work whether it has any or none.
   * Pairs that were decided stay, also when a corrected name has parted their tokens.
   */
  private static final String CANDIDATES =
      """
      with alike as (
        select other.referral_id, other.kind
        from person_token own cross join lateral (
          select t.referral_id, t.kind from person_token t
          where t.kind = own.kind and t.key_id = own.key_id and t.token = own.token
            and t.referral_id <> own.referral_id
          order by t.referral_id desc limit :most) other
        where own.referral_id = :id),
      decided as (
        select case when d.referral_id = :id then d.other_referral_id else d.referral_id end as id,
          d.decision, d.reason
        from latest_duplicate_decision d where d.referral_id = :id or d.other_referral_id = :id)
      select r.id, r.reference, r.referring_borough_code, r.status, r.referral_date,
        (select string_agg(kind, ',' order by kind) from alike where referral_id = r.id),
        d.decision, d.reason
      from referral r left join decided d on d.id = r.id
      where r.id in (select referral_id from alike union select id from decided)
      order by r.id desc limit :most
      """;

  // The database orders ids as bytes; Java's own order takes the halves as signed numbers.
  private static final Comparator<UUID> BY_DATABASE = Comparator.comparing(UUID::toString);

  private final Session database;
  private final MatchingConfig config;

  PossibleDuplicates(Session database, MatchingConfig config) {
    this.database = database;
    this.config = config;
  }

  List<Candidate> of(UUID referralId) {
    List<Tuple> rows =
        database
            .createNativeQuery(CANDIDATES, Tuple.class)
            .setParameter("id", referralId)
            .setParameter("most", config.mostCandidates())
            .getResultList();
    return rows.stream().map(Candidate::of).toList();
  }

  boolean exists(UUID referralId) {
    return OneColumn.query(
            database, "select exists (select 1 from referral where id = :id)", Boolean.class)
        .setParameter("id", referralId)
        .getSingleResult();
  }

  /** Keeps a decision; the pair is one whichever of the two it is reached from. */
  void decide(UUID one, UUID other, Verdict verdict, Occasion occasion) {
    boolean inOrder = BY_DATABASE.compare(one, other) < 0;
    String sql =
        """
        insert into duplicate_decision (id, referral_id, other_referral_id, decision, reason,
          decided_at, decided_by)
        values (:id, :first, :second, :decision, :reason, :at, :by)
        """;
    database
        .createNativeMutationQuery(sql)
        .setParameter("id", Ids.next())
        .setParameter("first", inOrder ? one : other)
        .setParameter("second", inOrder ? other : one)
        .setParameter("decision", verdict.decision.name())
        .setParameter("reason", verdict.reason)
        .setParameter("at", occasion.at())
        .setParameter("by", occasion.by())
        .executeUpdate();
  }

  /** What a coordinator found about a pair. */
  @Schema(name = "DuplicateDecision")
  enum Decision {
    SAME_MAN,
    DIFFERENT_MAN
  }

  /** A decision with its reason. */
  record Verdict(Decision decision, String reason) {}

  /**
   * Another referral that may be about the same man.
   *
   * @param matchedBy what they have in common; empty when only an earlier decision joins them
   * @param strength of the surest match; absent without any
   * @param decision absent until somebody has decided
   */
  @Schema(name = "DuplicateCandidate")
  record Candidate(
      UUID referralId,
      String reference,
      String referringBoroughCode,
      String status,
      LocalDate referralDate,
      List<TokenKind> matchedBy,
      @Nullable Strength strength,
      @Nullable Decision decision,
      @Nullable String reason) {

    private static Candidate of(Tuple row) {
      String kinds = row.get(5, String.class);
      List<TokenKind> matchedBy =
          kinds == null
              ? List.of()
              : Arrays.stream(kinds.split(",")).map(TokenKind::valueOf).sorted().toList();
      String decision = row.get(6, String.class);
      return new Candidate(
          row.get(0, UUID.class),
          row.get(1, String.class),
          row.get(2, String.class),
          row.get(3, String.class),
          row.get(4, LocalDate.class),
          matchedBy,
          matchedBy.isEmpty() ? null : matchedBy.getFirst().strength(),
          decision == null ? null : Decision.valueOf(decision),
          row.get(7, String.class));
    }
  }
}
