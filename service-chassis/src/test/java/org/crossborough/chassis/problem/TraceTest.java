package org.crossborough.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TraceTest {

  @Test
  void a_failure_is_told_by_type_and_place_and_never_by_its_message() {
    Throwable failure =
        new IllegalStateException(
            "Jo Bloggs", new SQLException("insert into person values ('Jo Bloggs')"));

    String told = Trace.of(failure);

    assertThat(told)
        .doesNotContain("Bloggs")
        .contains("IllegalStateException", "because of java.sql.SQLException")
        .contains("TraceTest.java");
  }
}
