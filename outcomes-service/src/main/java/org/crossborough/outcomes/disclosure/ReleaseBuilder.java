package org.crossborough.outcomes.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides what a product may show. Small counts are hidden first, then whatever would give them
 * away; then everything that was ever released over the grid is attacked together, and more is
 * hidden until the attack fails. When there is nothing left to hide, the release is refused.
 */
public final class ReleaseBuilder {

  private final Product product;
  private final Counts counts;
  private final List<Claim> ledger;
  private final DisclosurePolicy policy;
  private final SequencedSet<Group> groups;
  private final Set<Group> hidden = new TreeSet<>();

  /** Whether anything but small counts is hidden, so that a mark does not mean a small count. */
  private boolean hidesMore;

  private ReleaseBuilder(Product product, Counts counts, List<Claim> ledger) {
    this.product = product;
    this.counts = counts;
    this.ledger = ledger;
    this.policy = product.policy();
    this.groups = product.groups();
  }

  /** What became of an attempt. */
  public sealed interface Outcome {

    /** It may be shown. */
    record Released(Release release) implements Outcome {}

    /** It may not, for these reasons. */
    record Refused(List<Finding> findings) implements Outcome {}
  }

  /**
   * Builds a release, or says why there can be none.
   *
   * @param ledger what was released before from the very same counts
   * @param restated what was released before from counts that have changed since
   */
  public static Outcome build(
      Product product, Counts counts, List<Claim> ledger, List<Claim> restated) {
    ReleaseBuilder builder = new ReleaseBuilder(product, counts, ledger);
    return product.policy().isExact() ? builder.released() : builder.protect(restated);
  }

  private Outcome protect(List<Claim> restated) {
    groups.stream().filter(group -> policy.hides(counts.in(group))).forEach(hidden::add);
    hideTellingLines();
    List<Finding> findings = hideUntilInDoubt();
    if (findings.isEmpty()) {
      findings = toldByTheDifference(restated);
    }
    return findings.isEmpty() ? released() : new Outcome.Refused(findings);
  }

  /** In a small group where all are alike, the total would say of each member what he is. */
  private void hideTellingLines() {
    for (Line line : lines()) {
      long total = counts.in(line.total());
      long filled = line.parts().stream().filter(part -> counts.in(part) > 0).count();
      if (total > 0 && total < 2 * policy.threshold() && filled == 1) {
        line.parts().forEach(this::hide);
      }
    }
    for (Part part : parts()) {
      long total = counts.in(part.whole());
      long people = counts.in(part.group());
      if (total > 0 && total < 2 * policy.threshold() && (people == 0 || people == total)) {
        hide(part.group());
      }
    }
  }

  private List<Finding> hideUntilInDoubt() {
    while (true) {
      if (policy.addsUpExactly()) {
        hideLonelyMarksCompany();
      }
      Attack attack = attack(claims());
      List<Group> known = known(attack);
      if (known.isEmpty()) {
        return List.of();
      }
      boolean more = false;
      for (Group group : known) {
        Optional<Group> company = company(group);
        company.ifPresent(this::hide);
        more |= company.isPresent();
      }
      if (!more) {
        return known.stream()
            .map(group ->
                new Finding(group, attack.on(group), "can be worked out from what was released"))
            .toList();
      }
    }
  }

  /** A single mark beside shown numbers that add up is no secret: hide the smallest beside it. */
  private void hideLonelyMarksCompany() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Line line : lines()) {
        List<Group> marked = line.parts().stream().filter(hidden::contains).toList();
        if (marked.size() == 1 && !hidden.contains(line.total())) {
          Group next =
              smallest(line.parts().stream().filter(part -> !hidden.contains(part)))
                  .orElse(line.total());
          hide(next);
          changed = true;
        }
      }
    }
  }

  /** The small groups of which too few numbers are possible. */
  private List<Group> known(Attack attack) {
    return Stream.concat(product.grid().groups().stream(), groups.stream())
        .distinct()
        .filter(group -> counts.in(group) > 0 && policy.hides(counts.in(group)))
        .filter(group -> !attack.leaves(group, policy.leastPossible()))
        .toList();
  }

  /** What to hide beside a group: a part of the same line, or else whatever gives it away. */
  private Optional<Group> company(Group group) {
    return smallest(
            lines().stream()
                .filter(line -> line.parts().contains(group))
                .flatMap(line -> line.parts().stream())
                .filter(part -> !hidden.contains(part)))
        .or(() ->
            // One after the other, since each of them is an attack of its own.
            shown().sorted(smallestFirst()).filter(it -> isInDoubtWithout(it, group)).findFirst())
        .or(() -> smallest(shown()));
  }

  private Stream<Group> shown() {
    return groups.stream().filter(group -> !hidden.contains(group));
  }

  private boolean isInDoubtWithout(Group left, Group group) {
    Stream<Claim> rest = claims().filter(claim -> !claim.group().equals(left));
    return attack(rest).leaves(group, policy.leastPossible());
  }

  private Attack attack(Stream<Claim> said) {
    Attack attack = Attack.with(product.grid(), Stream.concat(ledger.stream(), said).toList());
    // What is true fits every claim, and much that differs little from it does as well.
    attack.tryOut(counts);
    return attack;
  }

  private Optional<Group> smallest(Stream<Group> candidates) {
    return candidates.min(smallestFirst());
  }

  private Comparator<Group> smallestFirst() {
    // Somebody before nobody: an empty cell hides little.
    return Comparator.<Group, Boolean>comparing(group -> counts.in(group) == 0)
        .thenComparingLong(counts::in)
        .thenComparing(Comparator.naturalOrder());
  }

  private void hide(Group group) {
    hidesMore |= hidden.add(group);
  }

  /** Numbers that changed by a few since they were last shown tell of those few. */
  private List<Finding> toldByTheDifference(List<Claim> restated) {
    List<Finding> findings = new ArrayList<>();
    for (Claim now : claims().toList()) {
      for (Claim before : restated) {
        if (now.group().equals(before.group()) && isSmallStep(before, now)) {
          findings.add(
              new Finding(
                  now.group(),
                  new Bounds(now.low(), now.high()),
                  "differs from an earlier release by fewer than %d"
                      .formatted(policy.threshold())));
        }
      }
    }
    return findings;
  }

  private boolean isSmallStep(Claim before, Claim now) {
    if (before.high() == Claim.ANY || now.high() == Claim.ANY) {
      return false;
    }
    long least = now.low() - before.high();
    long most = now.high() - before.low();
    boolean changed = least > 0 || most < 0;
    return changed && Math.max(Math.abs(least), Math.abs(most)) < policy.threshold();
  }

  private Outcome released() {
    SequencedMap<Group, Cell> cells = new LinkedHashMap<>();
    groups.forEach(group -> cells.put(group, cell(group)));
    return new Outcome.Released(new Release(product, cells, claims().toList()));
  }

  private Stream<Claim> claims() {
    return groups.stream().map(group -> policy.claimOf(group, cell(group), hidesMore));
  }

  private Cell cell(Group group) {
    return hidden.contains(group) ? Cell.HIDDEN : policy.count(counts.in(group));
  }

  /** A group within a wider one of the same table, such as those who started of all. */
  private record Part(Group group, Group whole) {}

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Product.Table table : product.tables()) {
      for (Split split : table.splits()) {
        for (Group group : table.groups(product.grid())) {
          SortedSet<String> values = group.where().get(split.dimension());
          split.bands().values().stream()
              .filter(band -> values != null && isWithin(values, band))
              .forEach(band -> parts.add(new Part(group, group.and(split.dimension(), band))));
        }
      }
    }
    return parts;
  }

  private static boolean isWithin(SortedSet<String> values, SortedSet<String> band) {
    return band.size() > values.size() && band.containsAll(values);
  }

  /** Parts that add up to a total, all of them in the product. */
  private record Line(Group total, List<Group> parts) {}

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Product.Table table : product.tables()) {
      List<Group> shown = table.groups(product.grid());
      for (Split split : table.splits()) {
        if (split.addsUp(product.grid())) {
          shown.stream()
              .filter(group -> !group.where().containsKey(split.dimension()))
              .map(total ->
                  new Line(
                      total,
                      split.bands().values().stream()
                          .map(band -> total.and(split.dimension(), band))
                          .toList()))
              .forEach(lines::add);
        }
      }
    }
    return lines;
  }

  /**
   * Why a release was refused: a number that must stay in doubt would not.
   *
   * @param group whose number it is
   * @param bounds what a reader could work out
   * @param reason in words, for whoever has to decide what to leave out
   */
  public record Finding(Group group, Bounds bounds, String reason) {}
}
