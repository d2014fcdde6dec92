package org.crossborough.outcomes.top;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crossborough.outcomes.top.Supersessions.Supersession;
import org.jspecify.annotations.Nullable;

/**
 * How each record stands among the others of its man: which is preferred of those that several
 * organisations completed for one stage and day, and which no longer counts. Nothing of this is
 * stored, since a record that comes later changes it.
 */
@ApplicationScoped
class Standings {

  // The same order as in pairing: his care's coordinator, within the window, the fullest, the
  // first.
  private static final Comparator<TopRecord> PREFERENCE =
      Comparator.comparing((TopRecord top) -> !top.origin().careCoordinator())
          .thenComparing(top -> !Boolean.TRUE.equals(top.inWindow()))
          .thenComparing(Comparator.comparingInt(TopRecord::fullness).reversed())
          .thenComparing(top -> top.id().toString());

  private final TopRecords records;
  private final Supersessions supersessions;

  Standings(TopRecords records, Supersessions supersessions) {
    this.records = records;
    this.supersessions = supersessions;
  }

  /**
   * Where a record stands.
   *
   * @param preferred whether it counts: the chosen one of its duplicates, and not superseded
   * @param duplicates the others of its stage and day that are not superseded
   */
  record Standing(
      boolean preferred,
      List<UUID> duplicates,
      @Nullable UUID supersedes,
      @Nullable Supersession superseded) {

    /** Nothing about a record changes but that it is superseded. */
    long version() {
      return superseded == null ? 0 : 1;
    }
  }

  Standing of(TopRecord top) {
    Standing standing = of(List.of(top)).get(top.id());
    if (standing == null) {
      throw new IllegalStateException("A record is not among those of its man");
    }
    return standing;
  }

  /** Where some records stand, with one look at all of their men. */
  Map<UUID, Standing> of(Collection<TopRecord> tops) {
    if (tops.isEmpty()) {
      return Map.of();
    }
    Set<UUID> referrals = tops.stream().map(TopRecord::referralId).collect(Collectors.toSet());
    List<TopRecord> all = records.of(referrals);
    Set<UUID> ids = all.stream().map(TopRecord::id).collect(Collectors.toCollection(HashSet::new));
    List<Supersession> known = supersessions.among(ids);
    Map<UUID, Standing> standings = new HashMap<>();
    tops.forEach(top -> standings.put(top.id(), standing(top, all, known)));
    return standings;
  }

  /** The records of a man that still count, but for the one of an id. */
  List<TopRecord> live(UUID referralId) {
    List<TopRecord> all = records.of(List.of(referralId));
    if (all.isEmpty()) {
      return all;
    }
    List<Supersession> known = supersessions.among(all.stream().map(TopRecord::id).toList());
    return all.stream().filter(top -> superseded(top, known) == null).toList();
  }

  private static Standing standing(TopRecord top, List<TopRecord> all, List<Supersession> known) {
    Supersession superseded = superseded(top, known);
    List<TopRecord> same =
        all.stream()
            .filter(other -> other.referralId().equals(top.referralId()))
            .filter(other -> other.dated().equals(top.dated()))
            .filter(other -> superseded(other, known) == null)
            .sorted(PREFERENCE)
            .toList();
    UUID supersedes =
        known.stream()
            .filter(one -> top.id().equals(one.supersededBy()))
            .map(Supersession::topRecordId)
            .findFirst()
            .orElse(null);
    return new Standing(
        superseded == null && same.getFirst().id().equals(top.id()),
        same.stream().map(TopRecord::id).filter(id -> !id.equals(top.id())).toList(),
        supersedes,
        superseded);
  }

  private static @Nullable Supersession superseded(TopRecord top, List<Supersession> known) {
    return known.stream()
        .filter(one -> one.topRecordId().equals(top.id()))
        .findFirst()
        .orElse(null);
  }
}
