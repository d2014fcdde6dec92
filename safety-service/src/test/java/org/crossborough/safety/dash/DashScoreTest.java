package org.crossborough.safety.dash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.safety.vault.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashScoreTest {

  private static final RiskBands BANDS = new RiskBands(10, 14, null, "Example");
  private static final List<DashQuestion> QUESTIONS = List.of(DashQuestion.values());
  private static final Instant NOW = Instant.parse("2026-02-03T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0,STANDARD",
    "1,STANDARD",
    "9,STANDARD",
    "10,MEDIUM",
    "13,MEDIUM",
    "14,HIGH",
    "24,HIGH"
  })
  void a_score_has_the_level_of_its_band(int score, RiskLevel level) {
    assertThat(BANDS.level(score)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"17,HIGH", "18,VERY_HIGH", "24,VERY_HIGH"})
  void very_high_can_be_a_band_where_it_is_configured(int score, RiskLevel level) {
    assertThat(new RiskBands(8, 12, 18, "Example").level(score)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"0,14,20", "14,14,20", "10,14,14", "10,25,"})
  void bands_that_do_not_rise_are_no_bands(int medium, int high, @Nullable Integer veryHigh) {
    assertThatThrownBy(() -> new RiskBands(medium, high, veryHigh, "Example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Q06 Q12 Q13,SEPARATION_CONTROL_AND_VIOLENCE",
    "Q06 Q12 Q16,SEPARATION_CONTROL_AND_VIOLENCE",
    "Q06 Q12,",
    "Q06 Q01,",
    "Q15,STRANGULATION",
    "Q06 Q12 Q15,SEPARATION_CONTROL_AND_VIOLENCE STRANGULATION",
    "Q08,STALKING",
    "Q14,THREATS_TO_KILL",
    "Q02,HER_OWN_PERCEPTION",
    "Q03,HER_OWN_PERCEPTION",
    "Q21 Q24,"
  })
  void clusters_show_whatever_the_score(String yes, @Nullable String shown) {
    Set<RiskCluster> expected =
        shown == null
            ? Set.of()
            : Arrays.stream(shown.split(" ")).map(RiskCluster::valueOf).collect(Collectors.toSet());

    assertThat(
            RiskCluster.among(
                Arrays.stream(yes.split(" "))
                    .map(DashQuestion::valueOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(DashQuestion.class)))))
        .isEqualTo(expected);
  }

  @Test
  void there_are_24_questions_in_our_own_words() {
    assertThat(DashQuestion.values()).hasSize(24);
    assertThat(Arrays.stream(DashQuestion.values()).map(DashQuestion::topic))
        .doesNotHaveDuplicates()
        .allMatch(topic -> topic.length() < 60);
  }

  @Property
  void the_score_is_the_number_of_yeses(@ForAll("sheets") List<DashAnswer> sheet) {
    DashScore score = DashScore.of(byQuestion(sheet), BANDS);

    assertThat(score.score())
        .isEqualTo((int) sheet.stream().filter(DashAnswer.YES::equals).count())
        .isBetween(0, 24);
    assertThat(score.level()).isEqualTo(BANDS.level(score.score()));
  }

  @Property
  void one_more_yes_lowers_neither_score_nor_level_and_hides_no_cluster(
      @ForAll("sheets") List<DashAnswer> sheet, @ForAll DashQuestion question) {
    DashScore before = DashScore.of(byQuestion(sheet), BANDS);
    List<DashAnswer> changed = new ArrayList<>(sheet);
    changed.set(QUESTIONS.indexOf(question), DashAnswer.YES);
    DashScore after = DashScore.of(byQuestion(changed), BANDS);

    assertThat(after.score()).isGreaterThanOrEqualTo(before.score());
    assertThat(after.level()).isGreaterThanOrEqualTo(before.level());
    assertThat(after.clusters()).containsAll(before.clusters());
  }

  @Property
  void what_is_kept_is_never_below_the_score_and_above_it_only_with_a_reason(
      @ForAll("sheets") List<DashAnswer> sheet,
      @ForAll("levels") String level,
      @ForAll boolean reasoned) {
    @Nullable RiskLevel wanted = level.isEmpty() ? null : RiskLevel.valueOf(level);
    NewDash asked = dash(answered(sheet), wanted, reasoned ? "She is about to leave" : null);
    RiskLevel derived = BANDS.level((int) sheet.stream().filter(DashAnswer.YES::equals).count());
    RiskLevel settled = wanted == null ? derived : wanted;
    boolean sound = settled == derived || (settled.compareTo(derived) > 0 && reasoned);

    if (sound) {
      DashScore score = asked.assess(BANDS, NOW);
      assertThat(asked.settled(score)).isEqualTo(settled).isGreaterThanOrEqualTo(score.level());
    } else {
      assertThat(faults(asked))
          .containsExactly(
              settled.compareTo(derived) < 0 ? "finalLevel BELOW_SCORE" : "judgement REQUIRED");
    }
  }

  @Property(tries = 200)
  void a_checklist_with_answers_missing_is_refused(
      @ForAll("sheets") List<DashAnswer> sheet, @ForAll @Size(min = 1) Set<DashQuestion> missing) {
    List<NewDash.Answered> rest =
        answered(sheet).stream().filter(one -> !missing.contains(one.question())).toList();

    assertThat(faults(dash(rest, null, null))).contains("answers INCOMPLETE");
  }

  @Test
  void a_question_answered_twice_is_refused_by_its_place() {
    List<NewDash.Answered> answers =
        new ArrayList<>(answered(Stream.generate(() -> DashAnswer.NO).limit(24).toList()));
    answers.set(
        5, new NewDash.Answered(DashQuestion.Q01, DashAnswer.YES, null, Secret.of("07700 900123")));

    assertThat(faults(dash(answers, null, null)))
        .containsExactly(
            "answers[5].question DUPLICATE",
            "answers[5].note CONTAINS_CONTACT_DETAILS",
            "answers INCOMPLETE");
  }

  @Provide
  Arbitrary<List<DashAnswer>> sheets() {
    return Arbitraries.of(DashAnswer.class).list().ofSize(24);
  }

  @Provide
  Arbitrary<String> levels() {
    return Arbitraries.of("", "STANDARD", "MEDIUM", "HIGH", "VERY_HIGH");
  }

  private static NewDash dash(
      List<NewDash.Answered> answers, @Nullable RiskLevel level, @Nullable String judgement) {
    return new NewDash(
        LocalDate.of(2026, 2, 3),
        NewDash.Occasion.FIRST_CONTACT,
        answers,
        level,
        judgement == null ? null : Secret.of(judgement));
  }

  private static List<NewDash.Answered> answered(List<DashAnswer> sheet) {
    return Arrays.stream(DashQuestion.values())
        .map(question ->
            new NewDash.Answered(question, sheet.get(QUESTIONS.indexOf(question)), null, null))
        .toList();
  }

  private static Map<DashQuestion, DashAnswer> byQuestion(List<DashAnswer> sheet) {
    Map<DashQuestion, DashAnswer> answers = new EnumMap<>(DashQuestion.class);
    for (DashQuestion question : DashQuestion.values()) {
      answers.put(question, sheet.get(QUESTIONS.indexOf(question)));
    }
    return answers;
  }

  @SuppressWarnings("unchecked") // A problem's members are untyped.
  private static List<String> faults(NewDash asked) {
    HttpProblem refused = catchThrowableOfType(HttpProblem.class, () -> asked.assess(BANDS, NOW));
    List<Violation> violations =
        (List<Violation>) Objects.requireNonNull(refused.getParameters().get("violations"));
    return violations.stream().map(one -> one.field() + " " + one.code()).toList();
  }
}
