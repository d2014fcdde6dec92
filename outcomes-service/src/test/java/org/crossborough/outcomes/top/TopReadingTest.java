package org.crossborough.outcomes.top;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.crossborough.outcomes.top.TopFormFixture.aForm;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.crossborough.chassis.problem.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopReadingTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-06-01");

  @Test
  void four_weeks_without_a_total_make_one() {
    assertThat(answer("opiates", "{'weeks':[7,7,7,7]}").total()).isEqualTo(28);
  }

  @Test
  void a_total_may_come_without_weeks() {
    TopAnswer answer = answer("alcohol", "{'total':20}");

    assertThat(answer.total()).isEqualTo(20);
    assertThat(answer.weeks()).containsOnlyNulls();
  }

  @Test
  void zero_is_answered_and_null_is_not() {
    TopReading reading =
        read(aForm().using("alcohol", "{\"total\":0}").using("crack", "{\"total\":null}"));

    assertThat(reading.violations()).isEmpty();
    assertThat(reading.answers()).containsOnlyKeys(Substance.ALCOHOL);
  }

  @Test
  void some_weeks_without_a_total_are_kept_and_make_none() {
    TopAnswer answer = answer("crack", "{'weeks':[2,null,1]}");

    assertThat(answer.total()).isNull();
    assertThat(answer.weeks()).isEqualTo(Arrays.<@Nullable Integer>asList(2, null, 1, null));
  }

  @Test
  void a_whole_number_may_be_written_with_a_point() {
    assertThat(read(aForm().with("qualityOfLife", "12.0")).qualityOfLife()).isEqualTo(12);
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          alcohol; {'weeks':[8,0,0,0]};            substances.alcohol.weeks[0]; OUT_OF_RANGE
          alcohol; {'weeks':[0,0,-1,0]};           substances.alcohol.weeks[2]; OUT_OF_RANGE
          alcohol; {'weeks':[0,0.5,0,0]};          substances.alcohol.weeks[1]; NOT_WHOLE
          crack;   {'weeks':[1,1,1,1,1]};          substances.crack.weeks;      TOO_MANY
          crack;   {'weeks':[1,1,1,1],'total':5};  substances.crack.total;      NOT_THE_SUM
          opiates; {'total':29};                   substances.opiates.total;    OUT_OF_RANGE
          opiates; {'total':-1};                   substances.opiates.total;    OUT_OF_RANGE
          opiates; {'total':2.5};                  substances.opiates.total;    NOT_WHOLE
          cocaine; {'weeks':[7,7],'total':13};     substances.cocaine.total;    OUTSIDE_THE_WEEKS
          cocaine; {'weeks':[1,1,1],'total':11};   substances.cocaine.total;    OUTSIDE_THE_WEEKS
          other;   {'total':1};                    substances.other.name;       REQUIRED
          other;   {'total':1,'name':' '};         substances.other.name;       REQUIRED
          other;   {'total':1,'name':'Cannabis '}; substances.other.name;       HAS_ITS_OWN_ITEM
          other;   {'total':1,'name':'TOBACCO'};   substances.other.name;       HAS_ITS_OWN_ITEM
          other;   {'total':1,'name':'0207'};      substances.other.name;       FORMAT
          alcohol; {'total':1,'name':'beer'};      substances.alcohol.name;     NOT_EXPECTED
          """)
  void an_answer_that_cannot_be_is_refused(
      String substance, String days, String field, String code) {
    assertThat(read(aForm().using(substance, days.replace('\'', '"'))).violations())
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple(field, code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'weeks':[7,7],'total':14}", "{'weeks':[7,7],'total':28}"})
  void some_weeks_leave_room_for_the_others(String days) {
    assertThat(read(aForm().using("cocaine", days.replace('\'', '"'))).violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"21,OUT_OF_RANGE", "-1,OUT_OF_RANGE", "9.5,NOT_WHOLE"})
  void a_rating_is_a_whole_number_up_to_20(String rating, String code) {
    for (String field : List.of("psychologicalHealth", "physicalHealth", "qualityOfLife")) {
      assertThat(read(aForm().with(field, rating)).violations())
          .extracting(Violation::field, Violation::code)
          .containsExactly(tuple(field, code));
    }
  }

  @Test
  void an_interview_is_not_in_the_future() {
    assertThat(read(aForm().with("interviewDate", "\"2026-06-02\"")).violations())
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("interviewDate", "IN_THE_FUTURE"));
    assertThat(read(aForm().with("interviewDate", "\"2026-06-01\"")).violations()).isEmpty();
  }

  @Test
  void the_first_form_did_not_ask_about_tobacco() {
    TopFormFixture form =
        aForm().with("formVersion", "\"TOP_2007\"").using("tobacco", "{\"total\":3}");

    assertThat(read(form).violations())
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("substances.tobacco", "NOT_ASKED"));
  }

  private static TopAnswer answer(String substance, String days) {
    TopReading reading = read(aForm().using(substance, days.replace('\'', '"')));
    assertThat(reading.violations()).isEmpty();
    return reading.answers().values().iterator().next();
  }

  private static TopReading read(TopFormFixture form) {
    return TopReading.of(form.build(), TODAY);
  }
}
