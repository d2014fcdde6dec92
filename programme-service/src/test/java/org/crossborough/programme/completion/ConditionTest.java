package org.crossborough.programme.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.crossborough.chassis.problem.Violation;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

  @Test
  void the_minimum_is_met_exactly() {
    assertThat(Condition.allMissing(hours(1800))).isEmpty();
    assertThat(Condition.allMissing(hours(1799)))
        .extracting(Violation::field, Violation::code, Violation::message)
        .containsExactly(
            tuple("countableMinutes", "HOURS_SHORT", "1799 of 1800 countable minutes"));
  }

  @Test
  void everything_that_is_missing_is_named() {
    Condition.Facts nothing =
        new Condition.Facts(0, 1800, Set.of("INTIMACY", "MASCULINITY"), Set.of(), true, null, null);

    assertThat(Condition.allMissing(nothing))
        .extracting(Violation::field, Violation::code)
        .containsExactly(
            tuple("countableMinutes", "HOURS_SHORT"),
            tuple("modules.INTIMACY", "MODULE_MISSING"),
            tuple("modules.MASCULINITY", "MODULE_MISSING"),
            tuple("reviews.END", "END_REVIEW_MISSING"),
            tuple("reviews.END.exitTopRequestedOn", "EXIT_TOP_NOT_REQUESTED"));
  }

  @Test
  void reviews_are_asked_for_only_where_the_programme_wants_them_on_record() {
    assertThat(
            Condition.allMissing(
                new Condition.Facts(1800, 1800, Set.of(), Set.of(), true, DAY, DAY)))
        .isEmpty();
    assertThat(
            Condition.allMissing(
                new Condition.Facts(1800, 1800, Set.of(), Set.of(), false, null, null)))
        .isEmpty();
  }

  @Property
  void more_minutes_and_more_modules_never_take_a_completion_away(
      @ForAll @IntRange(max = 3600) int minutes,
      @ForAll @IntRange(max = 600) int more,
      @ForAll @Size(max = 3) Set<Character> mandatory,
      @ForAll @Size(max = 3) Set<Character> covered) {
    Set<String> all = names(mandatory);
    Set<String> some = names(covered);
    Set<String> further = new HashSet<>(some);
    further.addAll(all.stream().limit(1).toList());

    int before = Condition.allMissing(facts(minutes, all, some)).size();
    int after = Condition.allMissing(facts(minutes + more, all, further)).size();

    assertThat(after).isLessThanOrEqualTo(before);
  }

  @Property
  void he_completes_exactly_when_minutes_modules_and_what_must_be_on_record_are_there(
      @ForAll @IntRange(min = 1795, max = 1805) int minutes,
      @ForAll @Size(max = 3) Set<Character> mandatory,
      @ForAll @Size(max = 4) Set<Character> covered,
      @ForAll boolean onRecord,
      @ForAll boolean reviewed,
      @ForAll boolean topRequested) {
    Condition.Facts facts =
        new Condition.Facts(
            minutes,
            1800,
            names(mandatory),
            names(covered),
            onRecord,
            reviewed ? DAY : null,
            topRequested ? DAY : null);

    boolean expected =
        minutes >= 1800
            && covered.containsAll(mandatory)
            && (!onRecord || (reviewed && topRequested));

    assertThat(Condition.allMissing(facts).isEmpty()).isEqualTo(expected);
  }

  private static Set<String> names(Set<Character> letters) {
    Set<String> names = new HashSet<>();
    letters.forEach(letter -> names.add("M" + (int) letter));
    return names;
  }

  private static Condition.Facts facts(int minutes, Set<String> mandatory, Set<String> covered) {
    return new Condition.Facts(minutes, 1800, mandatory, covered, false, null, null);
  }

  private static Condition.Facts hours(int minutes) {
    return facts(minutes, Set.of(), Set.of());
  }
}
