package org.crossborough.referral.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Whether the caller may see a referral at all, for features that keep something beside it. */
@ApplicationScoped
public class ReferralsInSight {

  /** What a feature beside the referral needs of it. */
  public record Sight(UUID id, String boroughCode, String status, long version, boolean erased) {}

  private static final String COLUMNS =
      "select id, referring_borough_code, status, version, erased_at is not null as erased from"
          + " referral where id = :id";

  private final Session database;

  ReferralsInSight(Session database) {
    this.database = database;
  }

  /**
   * The referral of an id.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none, or it is not the
   *     caller's
   */
  public Sight require(UUID id) {
    Sight sight = find(id, COLUMNS);
    if (sight == null) {
      throw ReferralProblem.NOT_FOUND.because("No referral of yours has this id.");
    }
    return sight;
  }

  /** The same, kept from others until the transaction ends. */
  public Sight requireForChange(UUID id) {
    Sight sight = find(id, COLUMNS + " for update");
    if (sight == null) {
      throw ReferralProblem.NOT_FOUND.because("No referral of yours has this id.");
    }
    return sight;
  }

  private @Nullable Sight find(UUID id, String sql) {
    List<Tuple> rows =
        database.createNativeQuery(sql, Tuple.class).setParameter("id", id).getResultList();
    return rows.stream()
        .map(row ->
            new Sight(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Long.class),
                row.get(4, Boolean.class)))
        .findFirst()
        .orElse(null);
  }
}
