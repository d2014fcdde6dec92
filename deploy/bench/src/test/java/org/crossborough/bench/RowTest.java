package org.crossborough.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines of the report. */
class RowTest {

  @Test
  void a_line_has_its_ratio_to_the_baseline() {
    Figures figures = new Figures(500.4, 1.25, 2.5, 9.99, 0);

    assertThat(new Row("list", 20_000, figures, "0.2 + 1.0", 1.5, 1000).markdown())
        .isEqualTo("| list | 20,000 | 500 | 0.50 | 1.3 | 2.5 | 10.0 | 0.2 + 1.0 | 1.5 |");
  }

  @Test
  void a_line_says_when_answers_were_refusals() {
    Figures figures = new Figures(500, 1, 2, 3, 7);

    assertThat(new Row("list", 20_000, figures, "0.2", 1, Double.NaN).markdown())
        .endsWith("| 500 | – | 1.0 | 2.0 | 3.0 | 0.2 | 1.0 | **7 refused**");
  }
}
