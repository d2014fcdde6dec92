package org.crossborough.safety.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperingTest {

  private static final int PLACES = 1_000;
  private static final SealedField FIELD = new SealedField("name", 1);

  @Test
  void a_changed_bit_or_a_cut_is_found_at_each_of_a_thousand_random_places(@TempDir Path folder) {
    KeyEncryptionKey wrapping = new KeyEncryptionKey(new KeyFolder(() -> folder));
    UUID id = UUID.randomUUID();
    byte[] wrapped = wrapping.newWrappedKey(id).key();
    PersonalKey key = wrapping.unwrap(id, wrapped);
    byte[] sealed = key.seal(FIELD, Secret.of("Example Person of some length"));
    Random places = new Random(20260113);

    for (int i = 0; i < PLACES; i++) {
      byte[] changed = sealed.clone();
      changed[places.nextInt(sealed.length)] ^= (byte) (1 << places.nextInt(8));
      byte[] cut = Arrays.copyOf(sealed, places.nextInt(sealed.length));

      assertThatThrownBy(() -> key.open(FIELD, changed)).isInstanceOf(BrokenSealException.class);
      assertThatThrownBy(() -> key.open(FIELD, cut)).isInstanceOf(BrokenSealException.class);
    }
    assertThat(key.open(FIELD, sealed).reveal()).startsWith("Example");
  }
}
