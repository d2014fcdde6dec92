package org.crossborough.referral.reference;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReferralReferenceTest {

  @Property
  void a_new_reference_holds_and_has_its_form() {
    assertThat(ReferralReference.random())
        .matches("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}")
        .satisfies(reference -> assertThat(ReferralReference.holds(reference)).isTrue());
  }

  @Property
  void one_wrong_character_is_found(
      @ForAll @IntRange(max = 9) int place, @ForAll @IntRange(max = 30) int other) {
    StringBuilder text = new StringBuilder(ReferralReference.random().replace("-", ""));
    char wrong = ReferralReference.ALPHABET.charAt(other);
    Assume.that(text.charAt(place) != wrong);

    text.setCharAt(place, wrong);

    assertThat(ReferralReference.holds(text.toString())).isFalse();
  }

  @Property
  void two_characters_that_changed_places_are_found(
      @ForAll @IntRange(max = 9) int one, @ForAll @IntRange(max = 9) int other) {
    StringBuilder text = new StringBuilder(ReferralReference.random().replace("-", ""));
    char first = text.charAt(one);
    char second = text.charAt(other);
    Assume.that(first != second);

    text.setCharAt(one, second);
    text.setCharAt(other, first);

    assertThat(ReferralReference.holds(text.toString())).isFalse();
  }
}
