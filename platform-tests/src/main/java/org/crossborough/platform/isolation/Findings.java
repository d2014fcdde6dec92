package org.crossborough.platform.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the proof has shown, or has not.
 *
 * @param canaries how many texts were planted
 * @param needles how many byte strings they make in all encodings
 * @param stored how many requests with canaries were carried out, besides the journeys
 * @param kills how many processes were killed on the way
 * @param killsMeant how many were to be
 * @param differences answers that told two men apart who went the same way
 * @param seconds the whole of it took
 */
public record Findings(
    int canaries,
    int needles,
    int requests,
    int stored,
    int kills,
    int killsMeant,
    List<Place.Searched> places,
    PositiveControl control,
    RoleMatrix matrix,
    int compared,
    List<String> differences,
    Map<String, RefusalTiming.Comparison> timing,
    double seconds) {

  private static final int FEWEST_PAIRS = 200;

  /** How many bytes were searched. */
  public long bytes() {
    return places.stream().mapToLong(Place.Searched::bytes).sum();
  }

  /** How often a canary was found where none may be. */
  public long hits() {
    return places.stream().mapToLong(Place.Searched::hits).sum();
  }

  /** How many pairs of a place and an encoding were controlled. */
  public int controlled() {
    return control.pairs();
  }

  /** How many cells of role, operation and owner were tested. */
  public int cells() {
    return matrix.cells();
  }

  /**
   * Everything that contradicts the claim; nothing when it stands.
   *
   * @param judgeTiming whether there were enough pairs to judge times by
   */
  public List<String> complaints(boolean judgeTiming) {
    List<String> complaints = new ArrayList<>();
    places.stream()
        .filter(place -> place.hits() > 0)
        .map(place -> "%s holds %d: %s".formatted(place.place(), place.hits(), place.sightings()))
        .forEach(complaints::add);
    places.stream()
        .filter(place -> place.bytes() == 0)
        .map(place -> place.place() + " was empty")
        .forEach(complaints::add);
    control.missed().stream().map("the search misses "::concat).forEach(complaints::add);
    if (kills != killsMeant) {
      complaints.add("%d processes were killed instead of %d".formatted(kills, killsMeant));
    }
    if (stored == 0) {
      complaints.add("no request with canaries was carried out");
    }
    if (control.pairs() < FEWEST_PAIRS) {
      complaints.add("only %d pairs were controlled".formatted(control.pairs()));
    }
    complaints.addAll(matrix.wrong());
    complaints.addAll(differences);
    if (judgeTiming) {
      timing.forEach((what, comparison) -> {
        if (!comparison.isWithinTolerance()) {
          complaints.add("the time of a refusal tells: %s, %s".formatted(what, comparison));
        }
      });
    }
    return complaints;
  }
}
