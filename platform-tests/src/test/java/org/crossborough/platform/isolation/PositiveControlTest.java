package org.crossborough.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.crossborough.platform.isolation.search.Encoding;
import org.junit.jupiter.api.Test;

class PositiveControlTest {

  private static final int ENCODINGS = Encoding.values().length;

  @Test
  void its_canary_differs_from_encoding_to_encoding() {
    for (int seed = 0; seed < 100; seed++) {
      Set<String> forms = new HashSet<>();
      for (byte[] value : new PositiveControl(new Random(seed)).values()) {
        forms.add(new String(value, StandardCharsets.ISO_8859_1));
      }
      assertThat(forms).hasSize(ENCODINGS);
    }
  }

  @Test
  void what_is_planted_into_a_copy_is_found_in_every_encoding() {
    PositiveControl control = new PositiveControl(new Random(1));

    control.copy(new Place.Content("empty", _ -> {}));
    control.copy(new Place.Content("large", out -> out.write(new byte[3_000_000])));

    assertThat(control.missed()).isEmpty();
    assertThat(control.pairs()).isEqualTo(2 * ENCODINGS);
  }

  @Test
  void a_place_that_loses_what_is_planted_is_missed() {
    PositiveControl control = new PositiveControl(new Random(1));

    control.expect(new Place.Content("deaf", out -> out.write(control.values().getFirst())));

    assertThat(control.missed()).hasSize(ENCODINGS - 1).contains("deaf: UTF-16LE");
  }

  @Test
  void nothing_a_survivor_could_say_is_planted_by_it() {
    PositiveControl control = new PositiveControl(new Random(1));
    Canaries canaries = new Canaries(new Random(1));
    String word = canaries.word("name");

    assertThat(control.values())
        .noneMatch(value -> new String(value, StandardCharsets.UTF_8).contains(word));
    assertThat(List.copyOf(canaries.planted())).hasSize(1);
  }
}
