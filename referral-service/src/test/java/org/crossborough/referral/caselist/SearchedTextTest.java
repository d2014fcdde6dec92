package org.crossborough.referral.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossborough.referral.person.NormalisedName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the search compares: a text is found where its normalised form is a part of this. */
class SearchedTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TWPZF-NXFRH",
        "twpzf-nxfrh",
        "TWPZFNXFRH",
        "TWPZF NXFRH",
        "TWPZF-NX",
        "ZF-NXF",
        "smith-jones",
        "Smith Jones",
        "Élodé Smith"
      })
  void a_reference_without_a_digit_and_a_name_with_a_hyphen_are_found_as_typed(String text) {
    assertThat(CaseListUpkeep.searched("TWPZF-NXFRH", "Élodé", "Smith-Jones"))
        .contains(NormalisedName.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7K2M9-QX4TC", "7k2m9qx4tc", "7K2M9"})
  void whoever_has_no_name_any_more_is_found_by_reference(String text) {
    assertThat(CaseListUpkeep.searched("7K2M9-QX4TC", null, null))
        .isEqualTo("7k2m9qx4tc 7k2m9 qx4tc")
        .contains(NormalisedName.of(text));
  }
}
