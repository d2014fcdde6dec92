package org.crossborough.outcomes.equality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossborough.contracts.ReferralEvent.EqualityCell;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The counts of each period and basis, as last published. */
@ApplicationScoped
public class EqualityCounts {

  private static final List<String> NOT_KNOWN = List.of("NOT_STATED", "NOT_ASKED");

  private final Session session;

  EqualityCounts(Session session) {
    this.session = session;
  }

  /**
   * The exact counts of one period and basis; to be shown under a policy.
   *
   * @param basis {@code RECEIVED} or {@code STARTED}
   */
  public record Profile(
      String period, String basis, Instant publishedAt, List<Characteristic> characteristics) {}

  /** One characteristic: how many men have each code. A man may have several disabilities. */
  public record Characteristic(String name, Map<String, Long> men) {

    /** How many it was not stated by, or not asked of. */
    public long notKnown() {
      return NOT_KNOWN.stream().mapToLong(code -> men.getOrDefault(code, 0L)).sum();
    }

    /** How many counts there are together. */
    public long total() {
      return men.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Keeps a publication unless a later one of its period and basis is there already. */
  void keep(EqualityProfilePublished profile) {
    int taken =
        session
            .createNativeMutationQuery(
                """
                insert into equality_publication (period, basis, published_at, publication_id)
                values (:period, :basis, :at, :id)
                on conflict (period, basis) do update
                set published_at = excluded.published_at, publication_id = excluded.publication_id
                where (equality_publication.published_at, equality_publication.publication_id)
                      < (excluded.published_at, excluded.publication_id)
                """)
            .setParameter("period", profile.period())
            .setParameter("basis", profile.basis())
            .setParameter("at", profile.occurredAt().truncatedTo(ChronoUnit.MICROS))
            .setParameter("id", profile.publicationId())
            .executeUpdate();
    if (taken == 1) {
      session
          .createNativeMutationQuery(
              "delete from equality_count where period = :period and basis = :basis")
          .setParameter("period", profile.period())
          .setParameter("basis", profile.basis())
          .executeUpdate();
      profile.cells().forEach(cell -> keep(profile, cell));
    }
  }

  private void keep(EqualityProfilePublished profile, EqualityCell cell) {
    session
        .createNativeMutationQuery(
            """
            insert into equality_count (period, basis, characteristic, code, men)
            values (:period, :basis, :characteristic, :code, :men)
            """)
        .setParameter("period", profile.period())
        .setParameter("basis", profile.basis())
        .setParameter("characteristic", cell.characteristic())
        .setParameter("code", cell.code())
        .setParameter("men", cell.count())
        .executeUpdate();
  }

  /** The profiles of the latest period that was published. */
  public List<Profile> latest() {
    return of("(select max(period) from equality_publication)", null);
  }

  /** The profiles of a period; none when nothing was published for it. */
  public List<Profile> of(String period) {
    return of(":period", period);
  }

  private List<Profile> of(String which, @Nullable String period) {
    var query =
        session.createNativeQuery(
            """
            select period, basis, p.published_at, c.characteristic, c.code, c.men
            from equality_publication p join equality_count c using (period, basis)
            where period = %s order by basis, characteristic, code
            """
                .formatted(which),
            Object[].class);
    query
        .addScalar("period", String.class)
        .addScalar("basis", String.class)
        .addScalar("published_at", Instant.class)
        .addScalar("characteristic", String.class)
        .addScalar("code", String.class)
        .addScalar("men", Long.class);
    if (period != null) {
      query.setParameter("period", period);
    }
    Map<String, Profile> profiles = new LinkedHashMap<>();
    query.getResultList().forEach(row -> add(profiles, row));
    return List.copyOf(profiles.values());
  }

  private static void add(Map<String, Profile> profiles, Object[] row) {
    Profile profile =
        profiles.computeIfAbsent(
            (String) row[1],
            basis -> new Profile((String) row[0], basis, (Instant) row[2], new ArrayList<>()));
    String name = (String) row[3];
    List<Characteristic> all = profile.characteristics();
    if (all.isEmpty() || !all.getLast().name().equals(name)) {
      all.add(new Characteristic(name, new LinkedHashMap<>()));
    }
    all.getLast().men().put((String) row[4], (Long) row[5]);
  }
}
