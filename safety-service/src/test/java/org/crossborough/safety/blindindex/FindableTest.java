package org.crossborough.safety.blindindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindableTest {

  @ParameterizedTest
  @CsvSource({
    "NAME, Zoë O'Brien-Example, 'brien'' ZOE o example', false",
    "NAME, Zoë O’Brien, OBRIEN  zoe, true",
    "NAME, Ada Example, Example Ada, true",
    "NAME, Ada Example, Ada, false",
    "PHONE, 020 7946 0000, +44 (0)20 7946-0000, true",
    "PHONE, 02079460000, 00442079460000, true",
    "PHONE, 020 7946 0000, 020 7946 0001, false",
    "EMAIL, Ada@Example.invalid, ' ada@example.invalid', true"
  })
  void what_is_written_in_another_way_is_found(
      Findable kind, String kept, String sought, boolean found) {
    assertThat(kind.normalised(kept).equals(kind.normalised(sought))).isEqualTo(found);
  }

  @Property(tries = 200)
  void the_order_of_words_and_their_case_do_not_matter(
      @ForAll @Size(min = 1, max = 5) List<@AlphaChars @StringLength(min = 1, max = 8) String> words,
      @ForAll Random random) {
    List<String> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, random);

    assertThat(
            Findable.NAME.normalised(
                String.join("  ", shuffled).toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(Findable.NAME.normalised(String.join(" ", words)));
  }
}
