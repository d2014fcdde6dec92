package org.crossborough.outcomes.equality;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.outcomes.pathway.Facts;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The counts of each period and basis, as last published. */
@ApplicationScoped
public class EqualityCounts {

  private static final List<String> NOT_KNOWN = List.of("NOT_STATED", "NOT_ASKED");

  private final Session session;
  private final Facts facts;

  EqualityCounts(Session session, Facts facts) {
    this.session = session;
    this.facts = facts;
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

  /** Keeps a publication, and counts by the latest of its period and basis. */
  void keep(EqualityProfilePublished profile) {
    UUID subject = subject(profile);
    facts.keep(subject, profile);
    session
        .createNativeMutationQuery(
            "delete from equality_count where period = :period and basis = :basis")
        .setParameter("period", profile.period())
        .setParameter("basis", profile.basis())
        .executeUpdate();
    session
        .createNativeMutationQuery(
            """
            insert into equality_count (period, basis, characteristic, code, men, published_at)
            select f.data ->> 'period', f.data ->> 'basis', cell ->> 'characteristic',
                   cell ->> 'code', cast(cell ->> 'count' as bigint), f.told_at
            from (select * from fact where subject_id = :subject
                  order by told_at desc, digest desc limit 1) f
              cross join lateral jsonb_array_elements(f.data -> 'cells') as cell
            """)
        .setParameter("subject", subject)
        .executeUpdate();
  }

  /** One for each period and basis, the same in every process. */
  private static UUID subject(EqualityProfilePublished profile) {
    String name = "equality-profile/" + profile.period() + "/" + profile.basis();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The profiles of the latest period that was published. */
  public List<Profile> latest() {
    return of("(select max(period) from equality_count)", null);
  }

  /** The profiles of a period; none when nothing was published for it. */
  public List<Profile> of(String period) {
    return of(":period", period);
  }

  private List<Profile> of(String which, @Nullable String period) {
    var query =
        session.createNativeQuery(
            """
            select period, basis, published_at, characteristic, code, men
            from equality_count
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
