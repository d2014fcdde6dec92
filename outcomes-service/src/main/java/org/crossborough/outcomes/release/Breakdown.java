package org.crossborough.outcomes.release;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossborough.outcomes.disclosure.Dimension;

/**
 * What a section is split by. Values are fixed, so that a line is there when nobody is in it; a new
 * programme is {@link #OTHER} until the product is given a new version.
 */
enum Breakdown {
  /** Not split: one line for all. */
  TOTAL(List.of()),
  /** The referring borough of referrals, the run's borough of men. */
  BOROUGH(IntStream.rangeClosed(1, 33).mapToObj("E090000%02d"::formatted).toList()),
  /** The template of a man's first run. */
  PROGRAMME(
      List.of(
          "MEN_AND_MASCULINITIES",
          "MEN_AND_MASCULINITIES_WEEKLY",
          "MEN_AND_MASCULINITIES_FOLLOW_ON",
          Breakdown.OTHER)),
  /** The kind of referrer, in five groups. */
  SOURCE(
      List.of(
          "SUBSTANCE_TREATMENT", "HEALTH", "JUSTICE", "SOCIAL_CARE_AND_HOUSING", "SELF_OR_OTHER")),
  /** The substance that a man used at the start. */
  SUBSTANCE(List.of("ALCOHOL", "OPIATES", "CRACK", "COCAINE", "AMPHETAMINES", "CANNABIS", "OTHER"));

  static final String OTHER = "OTHER";

  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("DRUG_SERVICE", "SUBSTANCE_TREATMENT"),
          Map.entry("DRUG_SERVICE_STATUTORY", "SUBSTANCE_TREATMENT"),
          Map.entry("DRUG_SERVICE_NON_STATUTORY", "SUBSTANCE_TREATMENT"),
          Map.entry("ALCOHOL_SERVICE", "SUBSTANCE_TREATMENT"),
          Map.entry("GP", "HEALTH"),
          Map.entry("EMERGENCY_DEPARTMENT", "HEALTH"),
          Map.entry("HOSPITAL", "HEALTH"),
          Map.entry("PSYCHIATRY", "HEALTH"),
          Map.entry("PSYCHOLOGICAL_SERVICES", "HEALTH"),
          Map.entry("ARREST_REFERRAL", "JUSTICE"),
          Map.entry("PROBATION", "JUSTICE"),
          Map.entry("PRISON", "JUSTICE"),
          Map.entry("POLICE", "JUSTICE"),
          Map.entry("FAMILY_COURT", "JUSTICE"),
          Map.entry("COURT_REQUIREMENT", "JUSTICE"),
          Map.entry("SOCIAL_SERVICES", "SOCIAL_CARE_AND_HOUSING"),
          Map.entry("CHILDRENS_SOCIAL_CARE", "SOCIAL_CARE_AND_HOUSING"),
          Map.entry("MARAC", "SOCIAL_CARE_AND_HOUSING"),
          Map.entry("HOUSING", "SOCIAL_CARE_AND_HOUSING"));

  private final List<String> lines;

  Breakdown(List<String> lines) {
    this.lines = lines;
  }

  /** The name of the dimension. */
  String dimension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its lines in the order in which they are shown; none for {@link #TOTAL}. */
  List<String> lines() {
    return lines;
  }

  Dimension asDimension() {
    return new Dimension(dimension(), lines);
  }

  /** The line that something counted belongs to; a value of none of them is in the last. */
  String lineOf(String value) {
    String line = this == SOURCE ? SOURCES.getOrDefault(value, "SELF_OR_OTHER") : value;
    if (lines.contains(line)) {
      return line;
    }
    if (this != PROGRAMME) {
      throw new IllegalArgumentException("%s is no %s".formatted(value, dimension()));
    }
    return OTHER;
  }
}
