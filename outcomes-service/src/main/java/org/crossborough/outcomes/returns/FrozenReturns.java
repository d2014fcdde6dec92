package org.crossborough.outcomes.returns;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.outcomes.feed.Feed;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The returns and their bytes, which the database refuses to change. */
@ApplicationScoped
class FrozenReturns {

  private static final String SELECT =
      """
      select id, product, area, period, version, release_id, policy, as_of, frozen_at, frozen_by,
             reason, checksum, signature
      from frozen_return
      """;

  private final Session session;

  FrozenReturns(Session session) {
    this.session = session;
  }

  Optional<FrozenReturn> find(UUID id) {
    return query(SELECT + "where id = :id").setParameter("id", id).stream()
        .map(FrozenReturns::frozen)
        .findFirst();
  }

  /** The newest version of a period's return. */
  Optional<FrozenReturn> latest(Feed feed, String period) {
    return query(
            SELECT
                + """
                where product = :product and area = :area and period = :period
                order by version desc limit 1
                """)
        .setParameter("product", feed.product().id())
        .setParameter("area", feed.area())
        .setParameter("period", period)
        .stream()
        .map(FrozenReturns::frozen)
        .findFirst();
  }

  /** A feed's returns, newest first. */
  List<FrozenReturn> page(Feed feed, UUID before, int rows) {
    return query(
            SELECT
                + """
                where product = :product and area = :area and id < :before
                order by id desc limit :rows
                """)
        .setParameter("product", feed.product().id())
        .setParameter("area", feed.area())
        .setParameter("before", before)
        .setParameter("rows", rows)
        .stream()
        .map(FrozenReturns::frozen)
        .toList();
  }

  byte[] document(UUID id) {
    return bytes("document", id);
  }

  byte[] report(UUID id) {
    return bytes("report", id);
  }

  private byte[] bytes(String column, UUID id) {
    return session
        .createNativeQuery(
            "select id, %s as bytes from frozen_return where id = :id".formatted(column),
            Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("bytes", byte[].class)
        .setParameter("id", id)
        .stream()
        .map(row -> (byte[]) row[1])
        .findFirst()
        .orElseThrow();
  }

  /** One at a time: two would take the same version. */
  void lock() {
    var _ =
        OneColumn.query(
                session,
                "select 1 from (select pg_advisory_xact_lock(hashtext('return'))) as locked",
                Integer.class)
            .getSingleResult();
  }

  void add(FrozenReturn it, byte[] document, byte[] report) {
    var _ =
        session
            .createNativeMutationQuery(
                """
                insert into frozen_return
                  (id, product, area, period, version, release_id, policy, as_of, frozen_at,
                   frozen_by, reason, document, report, checksum, signature)
                values
                  (:id, :product, :area, :period, :version, :release, :policy, :asOf, :frozenAt,
                   :frozenBy, :reason, :document, :report, :checksum, :signature)
                """)
            .setParameter("id", it.id())
            .setParameter("product", it.product())
            .setParameter("area", it.area())
            .setParameter("period", it.period())
            .setParameter("version", it.version())
            .setParameter("release", it.releaseId())
            .setParameter("policy", it.policy())
            .setParameter("asOf", it.asOf().atOffset(ZoneOffset.UTC))
            .setParameter("frozenAt", it.frozenAt().atOffset(ZoneOffset.UTC))
            .setParameter("frozenBy", it.frozenBy())
            .setParameter("reason", it.reason() == null ? null : it.reason().name(), String.class)
            .setParameter("document", document)
            .setParameter("report", report)
            .setParameter("checksum", it.checksum())
            .setParameter("signature", it.signature())
            .executeUpdate();
  }

  private NativeQuery<Object[]> query(String sql) {
    return session
        .createNativeQuery(sql, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("product", String.class)
        .addScalar("area", String.class)
        .addScalar("period", String.class)
        .addScalar("version", Integer.class)
        .addScalar("release_id", UUID.class)
        .addScalar("policy", String.class)
        .addScalar("as_of", Instant.class)
        .addScalar("frozen_at", Instant.class)
        .addScalar("frozen_by", String.class)
        .addScalar("reason", String.class)
        .addScalar("checksum", String.class)
        .addScalar("signature", String.class);
  }

  private static FrozenReturn frozen(Object[] row) {
    return new FrozenReturn(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (Integer) row[4],
        (UUID) row[5],
        (String) row[6],
        (Instant) row[7],
        (Instant) row[8],
        (String) row[9],
        row[10] == null ? null : CorrectionReason.valueOf((String) row[10]),
        (String) row[11],
        (String) row[12]);
  }
}
