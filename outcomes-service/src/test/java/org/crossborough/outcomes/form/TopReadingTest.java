package org.crossborough.outcomes.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.crossborough.outcomes.form.TopFormFixture.aForm;

import io.smallrye.config.SmallRyeConfigBuilder;
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

  private static final TopConfig CONFIG =
      new SmallRyeConfigBuilder()
          .withMapping(TopConfig.class)
          .build()
          .getConfigMapping(TopConfig.class);

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
    assertThat(reading.answers()).containsOnlyKeys(Item.ALCOHOL);
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

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          injecting; {'days':{'total':0},'sharing':true};        injecting.sharing;      WITHOUT_INJECTING
          injecting; {'days':{'total':0},'sharedNeedle':true};   injecting.sharedNeedle; WITHOUT_INJECTING
          injecting; {'sharedNeedle':true,'sharing':false};      injecting.sharing;      NOT_THE_ROLL_UP
          injecting; {'sharedNeedle':false,'sharedEquipment':false,'sharing':true}; injecting.sharing; NOT_THE_ROLL_UP
          injecting; {'days':{'weeks':[1,9]}};                   injecting.days.weeks[1]; OUT_OF_RANGE
          crime;     {'fraud':true,'otherTheft':false};          crime.otherTheft;       NOT_THE_ROLL_UP
          crime;     {'shoplifting':{'total':29}};               crime.shoplifting.total; OUT_OF_RANGE
          crime;     {'drugSelling':{'total':1,'name':'x'}};     crime.drugSelling.name; NOT_EXPECTED
          social;    {'paidWork':{'total':1,'typicalAmount':2}}; social.paidWork.typicalAmount; NOT_EXPECTED
          """)
  void what_contradicts_itself_in_a_section_is_refused(
      String section, String answers, String field, String code) {
    assertThat(read(aForm().with(section, answers.replace('\'', '"'))).violations())
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple(field, code));
  }

  @Test
  void roll_ups_follow_from_their_parts_as_far_as_those_go() {
    TopReading reading =
        read(
            aForm()
                .with("injecting", "{\"days\":{\"total\":3},\"sharedEquipment\":true}")
                .with("crime", "{\"vehicleTheft\":false,\"fraud\":false}"));

    assertThat(reading.violations()).isEmpty();
    assertThat(reading.yesNo())
        .containsEntry(Item.SHARING, true)
        .doesNotContainKey(Item.OTHER_THEFT);
    assertThat(read(aForm().with("injecting", "{\"days\":{\"total\":0}}")).yesNo())
        .containsExactly(entry(Item.SHARING, false));
  }

  @ParameterizedTest
  @CsvSource({"-0.5,OUT_OF_RANGE", "10000,OUT_OF_RANGE", "0.125,TOO_FINE"})
  void an_amount_is_small_and_not_too_fine(String amount, String code) {
    String days = "{\"total\":3,\"typicalAmount\":%s}".formatted(amount);

    assertThat(read(aForm().using("alcohol", days)).violations())
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("substances.alcohol.typicalAmount", code));
  }

  @Test
  void items_of_later_forms_were_not_asked_before() {
    for (String item : List.of("volunteering", "workPlacement")) {
      String answer = "{\"%s\":{\"total\":1}}".formatted(item);
      TopFormFixture form =
          aForm().with("formVersion", "\"TOP_2016_TOBACCO\"").with("social", answer);

      assertThat(read(form).violations())
          .extracting(Violation::field, Violation::code)
          .containsExactly(tuple("social." + item, "NOT_ASKED"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2008-02-01,,",
    "2008-02-02,UNDER_AGE,",
    "1902-12-31,OUT_OF_RANGE,",
    "+999999999-12-31,UNDER_AGE,"
  })
  void a_man_is_eighteen_on_the_day(String born, @Nullable String code) {
    assertThat(read(aForm().with("dateOfBirth", "\"" + born + "\"")).violations())
        .extracting(Violation::code)
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    "START,2026-01-18,2026-05-01,true",
    "START,2026-02-15,2026-05-01,true",
    "START,2026-02-16,2026-05-01,false",
    "REVIEW,2026-01-03,2026-05-01,true",
    "REVIEW,2026-01-04,2026-05-01,false",
    "REVIEW,2025-08-03,2026-05-01,true",
    "REVIEW,2025-08-02,2026-05-01,false",
    "EXIT,2025-01-01,2026-02-15,true",
    "EXIT,2025-01-01,2026-02-16,false",
    "POST_TREATMENT_EXIT,2025-01-01,2026-01-31,true",
    "POST_TREATMENT_EXIT,2025-01-01,2026-02-01,false"
  })
  void each_stage_has_its_window(String stage, String started, String ended, boolean within) {
    TopFormFixture form =
        aForm()
            .with("stage", "\"" + stage + "\"")
            .with("treatmentStartedOn", "\"" + started + "\"")
            .with("treatmentEndedOn", "\"" + ended + "\"");

    assertThat(read(form).inWindow()).isEqualTo(within);
    assertThat(read(aForm()).inWindow()).isNull();
  }

  private static TopAnswer answer(String substance, String days) {
    TopReading reading = read(aForm().using(substance, days.replace('\'', '"')));
    assertThat(reading.violations()).isEmpty();
    return reading.answers().values().iterator().next();
  }

  private static TopReading read(TopFormFixture form) {
    return TopReading.of(form.build(), TODAY, CONFIG);
  }
}
