package org.crossborough.referral.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisedNameTest {

  @ParameterizedTest
  @CsvSource({
    "O’Brien, obrien",
    "O'BRIEN, obrien",
    "'  Anne-Marie ', anne marie",
    "Łukasz Jędrzejczyk, lukasz jedrzejczyk",
    "GROẞ, gross",
    "Groß, gross",
    "Åse Sørensen, ase sorensen",
    "İbrahim, ibrahim",
    "José, jose",
    "ŉ Tabbert, n tabbert",
    "ＪＯＳＥ, jose",
    "محمد, محمد",
    "'...', ''"
  })
  void accents_case_and_punctuation_make_no_other_name(String written, String normalised) {
    assertThat(NormalisedName.of(written)).isEqualTo(normalised);
  }

  @Test
  void normalising_twice_is_normalising_once_for_every_letter_there_is() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(letter -> NormalisedName.of("a" + Character.toString(letter) + "b"))
                .filter(once -> !NormalisedName.of(once).equals(once)))
        .isEmpty();
  }

  @Property
  void normalising_twice_is_normalising_once(@ForAll String name) {
    String once = NormalisedName.of(name);

    assertThat(NormalisedName.of(once)).isEqualTo(once);
  }

  @Property
  void the_result_has_letters_digits_and_single_spaces_alone(@ForAll String name) {
    assertThat(NormalisedName.of(name)).matches("([\\p{L}\\p{N}]+( [\\p{L}\\p{N}]+)*)?");
  }

  @Property
  void case_and_surrounding_space_make_no_other_name(@ForAll String name) {
    assertThat(NormalisedName.of("  " + name.toLowerCase(Locale.ROOT) + " "))
        .isEqualTo(NormalisedName.of(name.toLowerCase(Locale.ROOT)));
    assertThat(NormalisedName.of(name.toUpperCase(Locale.ROOT)))
        .isEqualTo(NormalisedName.of(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)));
  }
}
