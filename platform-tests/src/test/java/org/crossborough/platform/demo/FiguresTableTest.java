package org.crossborough.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crossborough.platform.driver.Metric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiguresTableTest {

  @Test
  void a_figure_is_shown_with_what_it_was_computed_from() {
    assertThat(printed(metric("86.7", "26", "30", false)))
        .contains("M-08 Start rate", "86.7 %", "26 of 30", "COUNT_RATIO", "NONE, E09000019");
  }

  @Test
  void a_hidden_figure_is_shown_as_hidden() {
    assertThat(printed(metric("*", null, null, true))).contains("*", "hidden").doesNotContain("%");
  }

  private static Metric metric(
      String value, @Nullable String numerator, @Nullable String denominator, boolean suppressed) {
    return new Metric(
        "M-08",
        null,
        "Start rate",
        "COUNT_RATIO",
        numerator,
        denominator,
        value,
        "PERCENT",
        "NONE",
        "E09000019",
        null,
        suppressed,
        null,
        null,
        null);
  }

  private static String printed(Metric metric) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FiguresTable(new PrintStream(out, true, StandardCharsets.UTF_8))
        .print("Figures", List.of(metric));
    return out.toString(StandardCharsets.UTF_8);
  }
}
