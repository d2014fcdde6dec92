package org.crossborough.chassis.text;

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
        "+44 (0)7700 900 123",
        "44 7700 900123",
        "mobile 7700 900 123",
        "０７７００ ９００１２３",
        "٠٧٧٠٠٩٠٠١٢٣",
        "0 7 7 0 0 9 0 0 1 2 3",
        "0-7-7-0-0-9-0-0-1-2-3",
        "07700_900_123",
        "0.7.7.0.0.9.0.0.1.2.3",
        "O77OO 9OO123",
        "077\u200b00 900\u00ad123",
        "oh seven seven double zero nine zero zero one two three",
        "⓪⑦⑦⓪⓪⑨⓪⓪①②③",
        "lives at N1 1AA",
        "sw1a1aa",
        "EC1A  1BB",
        "n 1 1 a a",
        "N1-1AA",
        "e c 1 a 1 b b",
        "write to someone@example.invalid",
        "someone @ example . com",
        "someone at example dot com",
        "someone (at) example (dot) org (dot) uk",
        "someone [at] example.com",
        "someone at example.com",
        "SOMEONE AT EXAMPLE DOT COM",
        "someone＠example．com"
      })
  void a_way_to_reach_somebody_is_found(String text) {
    assertThat(ContactDetails.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Attended on 2026-01-05 at 10:00 and 2026-01-12 at 14:30.",
        "Attended on 05-01-2026 10:00, 12.01.2026 14:30 and 19/01/2026 09:15.",
        "Open 09:00-17:00, 5 days in 7.",
        "Drinks 40 units a week, 5 days in 7.",
        "Episode 123456789 of 2026",
        "N1 is where the clinic is",
        "@ the centre, twice",
        "He was seen at home. Com(ments) follow.",
        "Met at 5 2nd time round, and at 10 2 days later.",
        "Dot to dot: arrived at noon. He left.",
        "One or two incidents, three or four witnesses, five of seven days.",
        "AUDIT 24, DUDIT 11, on 30 ml twice a day since 2019.",
        "Demo & Sons, branch 24/7",
        ""
      })
  void ordinary_notes_are_left_alone(String text) {
    assertThat(ContactDetails.in(text)).isFalse();
  }

  @Test
  void no_text_carries_nothing() {
    assertThat(ContactDetails.in(null)).isFalse();
    assertThat(ContactDetails.inAddress(null)).isFalse();
  }

  @Test
  void an_address_has_its_postcode_and_nothing_else() {
    assertThat(ContactDetails.inAddress("1 Demo Street, London N1 1AA")).isFalse();
    assertThat(ContactDetails.inAddress("1 Demo Street, 020 7946 0000")).isTrue();
    assertThat(ContactDetails.inAddress("1 Demo Street, someone@example.invalid")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"07700 900123", "+447700900123", "N1 1AA", "someone@example.invalid"})
  void a_reference_is_not_a_contact(String reference) {
    assertThat(ContactDetails.isReference(reference)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISL-0001", "0001234567", "EP 04523917-0123", "REF-20260105-17"})
  void a_reference_may_be_made_of_digits(String reference) {
    assertThat(ContactDetails.isReference(reference)).isFalse();
  }
}
