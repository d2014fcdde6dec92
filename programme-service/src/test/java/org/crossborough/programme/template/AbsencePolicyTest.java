package org.crossborough.programme.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crossborough.programme.template.AbsencePolicy.Mark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsencePolicyTest {

  private static final AbsencePolicy POLICY = new AbsencePolicy(2, 3);

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "U, false",
    "UU, true",
    "UCU, false",
    "UEU, true",
    "UCUCU, true",
    "UCUCC, false",
    "EEEE, false"
  })
  void two_in_a_row_or_three_in_all_call_for_a_review(String marks, boolean review) {
    assertThat(POLICY.callsForReview(marks(marks))).isEqualTo(review);
  }

  @Property
  void another_absence_never_calls_off_a_review(@ForAll List<Mark> marks, @ForAll byte place) {
    List<Mark> more = new ArrayList<>(marks);
    more.add(Math.floorMod(place, marks.size() + 1), Mark.UNAUTHORISED);

    assertThat(POLICY.callsForReview(more)).isIn(true, POLICY.callsForReview(marks));
  }

  private static List<Mark> marks(String letters) {
    return letters
        .chars()
        .mapToObj(letter ->
            switch (letter) {
              case 'U' -> Mark.UNAUTHORISED;
              case 'C' -> Mark.CAME;
              default -> Mark.EXCUSED;
            })
        .toList();
  }
}
