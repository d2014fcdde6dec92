package org.crossborough.referral.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDetailsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ring 020 7946 0000",
        "07700900123",
        "(0) 7700-900 123 after six",
        "+44 7700 900123",
        "０７７００ ９００１２３",
        "lives at N1 1AA",
        "sw1a1aa",
        "EC1A  1BB",
        "write to someone@example.invalid"
      })
  void a_way_to_reach_somebody_is_found(String text) {
    assertThat(ContactDetails.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Attended on 2026-01-05 at 10:00 and 2026-01-12 at 14:30.",
        "Drinks 40 units a week, 5 days in 7.",
        "Episode 123456789 of 2026",
        "N1 is where the clinic is",
        "@ the centre, twice",
        ""
      })
  void ordinary_notes_are_left_alone(String text) {
    assertThat(ContactDetails.in(text)).isFalse();
  }

  @Test
  void no_text_carries_nothing() {
    assertThat(ContactDetails.in(null)).isFalse();
  }
}
