package org.crossborough.programme.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestoneTest {

  @ParameterizedTest
  @CsvSource({
    "14, 9, 10, false",
    "14, 10, 10, true",
    "26, 17, 18, false",
    "1, 0, 1, false",
    "1, 1, 1, true",
    "0, 0, 0, false"
  })
  void milestones_are_due_in_the_last_third(int sessions, int held, int from, boolean due) {
    assertThat(Milestone.of(sessions, held, 67, Optional.empty()))
        .hasSize(2)
        .allSatisfy(milestone -> {
          assertThat(milestone.expectedFromSession()).isEqualTo(from);
          assertThat(milestone.due()).isEqualTo(due);
          assertThat(milestone.reached()).isNull();
        });
  }
}
