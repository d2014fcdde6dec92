package org.crossborough.programme.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDetailsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ring 020 7946 0000",
        "+44 7700 900123",
        "０７７００ ９００１２３",
        "lives at N1 1AA",
        "EC1A  1BB",
        "write to someone@example.invalid"
      })
  void a_way_to_reach_somebody_is_found(String text) {
    assertThat(ContactDetails.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Attended on 2026-01-05 at 10:00.", "Drinks 40 units a week, 5 days in 7.", ""})
  void ordinary_notes_are_left_alone(String text) {
    assertThat(ContactDetails.in(text)).isFalse();
  }
}
