package org.crossborough.safety.intake;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.crossborough.safety.atrisk.AtRiskDetails;
import org.crossborough.safety.atrisk.ContactPointType;
import org.crossborough.safety.atrisk.PointSafety;
import org.crossborough.safety.atrisk.Relationship;
import org.crossborough.safety.atrisk.SafeTime;
import org.crossborough.safety.atrisk.SafeTimes;
import org.crossborough.safety.vault.Secret;
import org.jspecify.annotations.Nullable;

/** What an envelope says. Any part may be missing until {@link #isSound} has been asked. */
record HandedOver(@Nullable UUID referralId, @Nullable List<@Nullable Person> persons) {

  private static final int MOST_PERSONS = 20;
  private static final int MOST_POINTS = 20;
  private static final int MOST_TIMES = 50;
  private static final int LONGEST_TEXT = 300;
  private static final Pattern GSS_CODE = Pattern.compile("[EWSN]\\d{8}");

  /** One person at risk, as handed over. */
  record Person(
      @Nullable Relationship relationship,
      @Nullable Secret name,
      @Nullable List<@Nullable Point> contactPoints,
      @Nullable List<@Nullable SafeTime> safeTimes,
      @Nullable String boroughCode) {

    private boolean isSound() {
      return relationship != null
          && isText(name)
          && contactPoints != null
          && !contactPoints.isEmpty()
          && contactPoints.size() <= MOST_POINTS
          && contactPoints.stream().allMatch(point -> point != null && point.isSound())
          && (safeTimes == null
              || (safeTimes.size() <= MOST_TIMES && safeTimes.stream().allMatch(Person::isSound)))
          && (boroughCode == null || GSS_CODE.matcher(boroughCode).matches());
    }

    private static boolean isSound(@Nullable SafeTime time) {
      return time != null
          && time.dayOfWeek() != null
          && time.from() != null
          && time.to() != null
          && time.from().isBefore(time.to());
    }

    @SuppressWarnings("NullAway") // Only asked of what is sound.
    AtRiskDetails details() {
      return new AtRiskDetails(
          relationship,
          name,
          contactPoints.stream()
              .map(point -> new AtRiskDetails.Point(point.type(), point.value(), point.safe()))
              .toList(),
          safeTimes == null ? SafeTimes.ANY : new SafeTimes(List.copyOf(safeTimes)),
          boroughCode);
    }

    /** Always the same, whatever was handed over. */
    @Override
    public String toString() {
      return "[person]";
    }
  }

  /** One way to reach her, as handed over. */
  record Point(
      @Nullable ContactPointType type, @Nullable Secret value, @Nullable PointSafety safe) {

    private boolean isSound() {
      return type != null && isText(value) && safe != null;
    }
  }

  /** Whether every rule is kept; which one is not, nobody is told. */
  boolean isSound() {
    return referralId != null
        && persons != null
        && !persons.isEmpty()
        && persons.size() <= MOST_PERSONS
        && persons.stream().allMatch(person -> person != null && person.isSound());
  }

  @SuppressWarnings("NullAway") // Only asked of what is sound.
  List<AtRiskDetails> details() {
    return persons.stream().map(Person::details).toList();
  }

  private static boolean isText(@Nullable Secret text) {
    return text != null && !text.isBlank() && text.length() <= LONGEST_TEXT;
  }
}
