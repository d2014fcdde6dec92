package org.crossborough.safety.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingPurposeTest {

  @ParameterizedTest
  @EnumSource
  void every_code_is_a_purpose_and_is_described(ReadingPurpose purpose) {
    assertThat(ReadingPurpose.stated(purpose.name())).contains(purpose.name());
    assertThat(ReadingPurpose.HELP).contains(purpose.name());
  }

  @Test
  void the_number_of_a_file_may_follow() {
    assertThat(ReadingPurpose.stated("CASE_REVIEW; reference=QA-2026-014"))
        .contains("CASE_REVIEW QA-2026-014");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Support call",
        "support_call",
        "HER_SISTER_CALLED",
        "SUPPORT_CALL; reference=",
        "SUPPORT_CALL; reference=Ada",
        "SUPPORT_CALL; reference=02079460000",
        "SUPPORT_CALL; reference=AB-02079460000",
        "SUPPORT_CALL, HER_REQUEST",
        "SUPPORT_CALL; reference=AB-1; reference=AB-2"
      })
  void words_names_and_numbers_are_none(@Nullable String header) {
    assertThat(ReadingPurpose.stated(header)).isEmpty();
  }
}
