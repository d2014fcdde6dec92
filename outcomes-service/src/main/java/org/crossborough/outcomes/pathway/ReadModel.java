package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossborough.chassis.query.OneColumn;
import org.hibernate.Session;

/**
 * Everything that figures are counted from, as a whole: made anew from the facts, and compared.
 * Needs a transaction that sees every borough.
 */
@ApplicationScoped
public class ReadModel {

  /** The tables that are computed, each with its key. */
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("known_run", "run_id");
    TABLES.put("known_screening", "screening_id");
    TABLES.put("participation", "referral_id");
    TABLES.put("known_referral", "referral_id");
  }

  private final Session session;
  private final Facts facts;
  private final Attendances attendances;
  private final KnownRuns runs;
  private final KnownScreenings screenings;
  private final Participations participations;

  ReadModel(
      Session session,
      Facts facts,
      Attendances attendances,
      KnownRuns runs,
      KnownScreenings screenings,
      Participations participations) {
    this.session = session;
    this.facts = facts;
    this.attendances = attendances;
    this.runs = runs;
    this.screenings = screenings;
    this.participations = participations;
  }

  /**
   * Keeps what consumers are told meanwhile, all together; rows are made of it by {@link #rebuild}.
   */
  public void hear(Runnable telling) {
    Bulk bulk = Bulk.of(telling);
    facts.keep(bulk.facts());
    var _ = attendances.take(bulk.attendances());
  }

  /** Makes every row anew from {@code fact} and {@code attendance}. */
  public void rebuild() {
    runs.rebuild();
    screenings.rebuild();
    participations.rebuild();
  }

  /** The MD5 digest of all rows of each computed table in the order of their keys. */
  public Map<String, String> digests() {
    Map<String, String> digests = new LinkedHashMap<>();
    TABLES.forEach((table, key) -> digests.put(table, digest(table, key)));
    return digests;
  }

  private String digest(String table, String key) {
    // Row by row, so that no text of all rows is ever made.
    return OneColumn.query(
            session,
            "select coalesce(md5(string_agg(md5(cast(r as text)), '' order by r.%s)), '') from %s r"
                .formatted(key, table),
            String.class)
        .getSingleResult();
  }
}
