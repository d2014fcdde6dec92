package org.crossborough.safety.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.safety.casebook.Faults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaracRulesTest {

  private static final MaracRules RULES = new MaracRules(14, 12);

  private static final String TABLE =
      """
      LIST: REFERRED -> LISTED
      LIST: LISTED -> LISTED
      HEAR: LISTED -> HEARD
      CLOSE: REFERRED -> CLOSED
      CLOSE: LISTED -> CLOSED
      CLOSE: HEARD -> CLOSED
      """;

  @ParameterizedTest
  @CsvSource({
    "2026-01-15,2026-01-15,true,the same day",
    "2026-01-15,2027-01-14,true,the day before the year is over",
    "2026-01-15,2027-01-15,true,a year later to the day",
    "2026-01-15,2027-01-16,false,a day more",
    "2028-02-29,2029-02-28,true,a leap day's year ends on the 28th",
    "2028-02-29,2029-03-01,false,and not on the day after",
    "2026-01-15,2026-01-14,false,one that was made before"
  })
  void a_repeat_is_within_twelve_months_of_the_last(
      LocalDate last, LocalDate now, boolean repeat, String why) {
    assertThat(RULES.isRepeat(now, last)).as(why).isEqualTo(repeat);
  }

  @ParameterizedTest
  @CsvSource({
    "'',14,false,false,VISIBLE_HIGH_RISK",
    "POTENTIAL_ESCALATION,14,false,false,VISIBLE_HIGH_RISK POTENTIAL_ESCALATION",
    "'',13,true,false,PROFESSIONAL_JUDGEMENT",
    "POTENTIAL_ESCALATION,5,true,false,PROFESSIONAL_JUDGEMENT POTENTIAL_ESCALATION",
    "'',5,false,true,REPEAT",
    "'',24,false,true,VISIBLE_HIGH_RISK REPEAT",
    "'',,true,false,PROFESSIONAL_JUDGEMENT",
    "PROFESSIONAL_JUDGEMENT,20,true,false,VISIBLE_HIGH_RISK PROFESSIONAL_JUDGEMENT"
  })
  void criteria_are_found_or_said_why(
      String claimed, @Nullable Integer score, boolean judged, boolean repeat, String met) {
    Faults faults = new Faults();

    assertThat(RULES.met(criteria(claimed), score, judged, repeat, faults))
        .isEqualTo(criteria(met));
    faults.refuse();
  }

  @ParameterizedTest
  @CsvSource({
    "'',13,false,false,judgement REQUIRED",
    "POTENTIAL_ESCALATION,13,false,false,judgement REQUIRED",
    "'',,false,false,judgement REQUIRED",
    "PROFESSIONAL_JUDGEMENT,24,false,false,judgement REQUIRED",
    "VISIBLE_HIGH_RISK,13,true,false,criteria SCORE_TOO_LOW",
    "VISIBLE_HIGH_RISK,,true,false,criteria SCORE_TOO_LOW",
    "REPEAT,20,true,false,criteria NOT_A_REPEAT"
  })
  void what_is_claimed_without_being_so_is_refused(
      String claimed, @Nullable Integer score, boolean judged, boolean repeat, String fault) {
    assertThat(faults(criteria(claimed), score, judged, repeat)).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-04,2026-02-05T00:00:00Z,false",
    "2026-02-05,2026-02-05T00:00:00Z,true",
    "2026-06-04,2026-06-04T23:00:00Z,false",
    "2026-06-05,2026-06-04T23:00:00Z,true",
    "2026-06-05,,false"
  })
  void a_referral_after_the_midnight_in_london_that_ended_its_time_is_late(
      LocalDate referredOn, @Nullable Instant dueAt, boolean late) {
    NewMarac asked = new NewMarac(referredOn, null, List.of(), null, null, true, null, true, null);

    assertThat(MaracReferral.to("E09000019", new UUID(0, 1), asked, Set.of(), null, dueAt).isLate())
        .isEqualTo(late);
  }

  @Property
  void below_the_threshold_only_words_or_a_repeat_make_a_referral(
      @ForAll Set<MaracCriterion> claimed,
      @ForAll @IntRange(max = 24) int score,
      @ForAll boolean judged,
      @ForAll boolean repeat) {
    Faults faults = new Faults();
    Set<MaracCriterion> met = RULES.met(claimed, score, judged, repeat, faults);
    boolean refused = catchThrowableOfType(HttpProblem.class, faults::refuse) != null;

    if (score < 14 && !judged && !repeat) {
      assertThat(refused).isTrue();
    }
    if (!refused) {
      assertThat(met).isNotEmpty().containsAll(claimed);
      assertThat(met.contains(MaracCriterion.VISIBLE_HIGH_RISK)).isEqualTo(score >= 14);
      assertThat(met.contains(MaracCriterion.REPEAT)).isEqualTo(repeat);
    }
  }

  @Test
  void every_status_allows_exactly_the_moves_of_the_table() {
    StringBuilder legal = new StringBuilder();
    for (MaracTransition transition : MaracTransition.values()) {
      for (MaracStatus status : MaracStatus.values()) {
        if (transition.leaves(status)) {
          legal.append("%s: %s -> %s\n".formatted(transition, status, transition.from(status)));
        } else {
          assertThat(
                  catchThrowableOfType(HttpProblem.class, () -> transition.from(status))
                      .getStatusCode())
              .isEqualTo(409);
        }
      }
    }
    assertThat(legal.toString()).isEqualTo(TABLE);
  }

  @Test
  void the_diagram_in_the_documentation_is_this_table() throws IOException {
    Path document =
        Path.of(System.getProperty("crossborough.root"), "docs/state-machines/marac-referral.md");
    if (Boolean.getBoolean("crossborough.docs.update")) {
      Files.writeString(document, rendered());
    }
    assertThat(Files.readString(document))
        .as("run with -Dcrossborough.docs.update=true and review the difference")
        .isEqualTo(rendered());
  }

  private static String rendered() {
    return """
    # MARAC referral

    Where a referral to the conference of the survivor's borough stands; known to safety-service alone, and never published.
    Rendered from `MaracTransition`; a test compares the two.

    ```mermaid
    stateDiagram-v2
      [*] --> REFERRED
    %s
    ```
    """
        .formatted(
            Arrays.stream(MaracStatus.values())
                .flatMap(status ->
                    Arrays.stream(MaracTransition.values())
                        .filter(transition -> transition.leaves(status))
                        .map(move -> "  %s --> %s: %s".formatted(status, move.to(), move)))
                .collect(Collectors.joining("\n")));
  }

  private static Set<MaracCriterion> criteria(String names) {
    return Arrays.stream(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(MaracCriterion::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(MaracCriterion.class)));
  }

  @SuppressWarnings("unchecked") // A problem's members are untyped.
  private static List<String> faults(
      Set<MaracCriterion> claimed, @Nullable Integer score, boolean judged, boolean repeat) {
    Faults faults = new Faults();
    var _ = RULES.met(claimed, score, judged, repeat, faults);
    HttpProblem refused = catchThrowableOfType(HttpProblem.class, faults::refuse);
    List<Violation> violations =
        (List<Violation>) Objects.requireNonNull(refused.getParameters().get("violations"));
    return violations.stream().map(one -> one.field() + " " + one.code()).toList();
  }
}
