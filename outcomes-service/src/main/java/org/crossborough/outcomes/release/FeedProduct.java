package org.crossborough.outcomes.release;

import static org.crossborough.outcomes.release.Breakdown.BOROUGH;
import static org.crossborough.outcomes.release.Breakdown.PROGRAMME;
import static org.crossborough.outcomes.release.Breakdown.SOURCE;
import static org.crossborough.outcomes.release.Breakdown.SUBSTANCE;
import static org.crossborough.outcomes.release.Breakdown.TOTAL;
import static org.crossborough.outcomes.release.Subject.DECISIONS;
import static org.crossborough.outcomes.release.Subject.ENDINGS;
import static org.crossborough.outcomes.release.Subject.EXITS;
import static org.crossborough.outcomes.release.Subject.MEN;
import static org.crossborough.outcomes.release.Subject.REFERRALS;
import static org.crossborough.outcomes.release.Subject.SCREENINGS;
import static org.crossborough.outcomes.release.Subject.STARTS;
import static org.crossborough.outcomes.release.Subject.USES;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.scope.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Everything that leaves: a fixed list of tables for fixed readers under a fixed policy. What is
 * not listed here cannot be asked for by any parameter.
 */
public enum FeedProduct {
  /** A borough's own contract data, exactly, for that borough alone. */
  BOROUGH_OWN(
      "borough",
      "A borough's own figures",
      DisclosurePolicy.NONE,
      false,
      null,
      new Section(REFERRALS, SOURCE),
      new Section(MEN, PROGRAMME),
      new Section(SCREENINGS, TOTAL),
      new Section(DECISIONS, SOURCE),
      new Section(STARTS, SOURCE),
      new Section(ENDINGS, PROGRAMME),
      new Section(EXITS, TOTAL),
      new Section(USES, SUBSTANCE)),
  /**
   * What all boroughs share with each other: borough beside borough. Of so many small lines little
   * more than this could be shown, and the attack on more would take minutes.
   */
  SHARED(
      "shared",
      "Boroughs side by side",
      DisclosurePolicy.NDTMS_LT5_R5,
      false,
      Reader.LONDON,
      new Section(REFERRALS, BOROUGH),
      new Section(MEN, BOROUGH, "M-08", "M-12")),
  /** London as a whole, by programme and by kind of referrer. */
  LONDON(
      "london",
      "London as a whole",
      DisclosurePolicy.NHS_1_7_R5,
      false,
      Reader.LONDON,
      new Section(REFERRALS, SOURCE),
      new Section(MEN, PROGRAMME),
      new Section(SCREENINGS, TOTAL),
      new Section(DECISIONS, SOURCE),
      new Section(STARTS, SOURCE),
      new Section(ENDINGS, PROGRAMME),
      new Section(EXITS, TOTAL),
      new Section(USES, SUBSTANCE)),
  /** One line a year, for comparison with other regions. */
  NATIONAL(
      "national",
      "London's year, for England",
      DisclosurePolicy.NHS_1_7_R5,
      true,
      Reader.LONDON,
      new Section(REFERRALS, TOTAL),
      new Section(MEN, TOTAL),
      new Section(SCREENINGS, TOTAL),
      new Section(DECISIONS, TOTAL),
      new Section(STARTS, TOTAL),
      new Section(ENDINGS, TOTAL),
      new Section(EXITS, TOTAL),
      new Section(USES, SUBSTANCE));

  private final String id;
  private final String title;
  private final DisclosurePolicy policy;
  private final boolean yearly;
  private final @Nullable String area;
  private final List<Section> sections;

  FeedProduct(
      String id,
      String title,
      DisclosurePolicy policy,
      boolean yearly,
      @Nullable String area,
      Section... sections) {
    this.id = id;
    this.title = title;
    this.policy = policy;
    this.yearly = yearly;
    this.area = area;
    this.sections = List.of(sections);
  }

  /** The product of an address, if there is one. */
  public static Optional<FeedProduct> named(String id) {
    return Arrays.stream(values()).filter(product -> product.id.equals(id)).findFirst();
  }

  /** What it is called in addresses. */
  public String id() {
    return id;
  }

  /** What it is called in reports. */
  public String title() {
    return title;
  }

  /** What may be shown in it. */
  public DisclosurePolicy policy() {
    return policy;
  }

  /** Whether its periods are financial years rather than quarters. */
  public boolean isYearly() {
    return yearly;
  }

  /** Whether it has a feed for each borough rather than one. */
  public boolean isOfOneBorough() {
    return area == null;
  }

  /** What its rows are split by, such as {@code by-programme}; in the order of its tables. */
  public List<String> sectionIds() {
    return sections.stream().map(Section::id).toList();
  }

  List<Section> sections() {
    return sections;
  }

  /** Whether a reader may know that it exists. */
  public boolean isFor(Reader reader) {
    return switch (reader) {
      case Reader.OfBorough _ -> this == BOROUGH_OWN || this == SHARED;
      case Reader.OfLondon _ -> this == SHARED || this == LONDON;
      case Reader.OfTheNation _ -> this == NATIONAL;
      case Reader.Analyst _ -> true;
    };
  }

  /**
   * The area whose feed a reader reads; nothing when it is none of his.
   *
   * @param wanted a borough's code; only analysts have a choice
   */
  public Optional<String> areaFor(Reader reader, @Nullable String wanted) {
    if (!isFor(reader)) {
      return Optional.empty();
    }
    Optional<String> own =
        isOfOneBorough()
            ? reader instanceof Reader.OfBorough(String code) ? Optional.of(code) : known(wanted)
            : Optional.ofNullable(area);
    return own.filter(it -> wanted == null || wanted.equals(it));
  }

  private static Optional<String> known(@Nullable String borough) {
    return Optional.ofNullable(borough).filter(BOROUGH.lines()::contains);
  }
}
