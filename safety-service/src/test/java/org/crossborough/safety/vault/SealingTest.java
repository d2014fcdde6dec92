package org.crossborough.safety.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

  private static final SealedField NAME = new SealedField("name", 1);
  private static final Secret ADA = Secret.of("Ada Example");

  private final UUID person = UUID.randomUUID();

  @TempDir Path folder;

  private KeyEncryptionKey wrapping;
  private byte[] wrapped;

  @BeforeEach
  void a_person_with_a_key() {
    wrapping = new KeyEncryptionKey(new KeyFolder(() -> folder));
    wrapped = wrapping.newWrappedKey(person).key();
  }

  @Test
  void what_was_sealed_for_a_field_opens_there() {
    byte[] sealed = key().seal(NAME, ADA);

    assertThat(key().open(NAME, sealed).reveal()).isEqualTo("Ada Example");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Ada");
  }

  @Test
  void the_same_value_never_looks_the_same_twice() {
    assertThat(key().seal(NAME, ADA)).isNotEqualTo(key().seal(NAME, ADA));
  }

  @Test
  void it_opens_nowhere_else() {
    byte[] sealed = key().seal(NAME, ADA);
    PersonalKey another = unwrapped(UUID.randomUUID());

    assertThatThrownBy(() -> key().open(new SealedField("relationship", 1), sealed))
        .isInstanceOf(BrokenSealException.class);
    assertThatThrownBy(() -> key().open(new SealedField("mane", 1), sealed))
        .isInstanceOf(BrokenSealException.class);
    assertThatThrownBy(() -> key().open(new SealedField("name", 2), sealed))
        .isInstanceOf(BrokenSealException.class);
    assertThatThrownBy(() -> another.open(NAME, sealed)).isInstanceOf(BrokenSealException.class);
  }

  @Test
  void a_changed_byte_anywhere_breaks_the_seal() {
    byte[] sealed = key().seal(NAME, ADA);

    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> key().open(NAME, changed)).isInstanceOf(BrokenSealException.class);
    }
  }

  @Test
  void a_personal_key_unwraps_for_its_person_and_under_its_folder_only(@TempDir Path elsewhere) {
    KeyEncryptionKey foreign = new KeyEncryptionKey(new KeyFolder(() -> elsewhere));

    assertThatThrownBy(() -> wrapping.unwrap(UUID.randomUUID(), wrapped))
        .isInstanceOf(BrokenSealException.class);
    assertThatThrownBy(() -> foreign.unwrap(person, wrapped))
        .isInstanceOf(BrokenSealException.class);
  }

  @Test
  void a_restart_finds_the_same_wrapping_key() {
    byte[] sealed = key().seal(NAME, ADA);

    KeyEncryptionKey restarted = new KeyEncryptionKey(new KeyFolder(() -> folder));

    assertThat(restarted.unwrap(person, wrapped).open(NAME, sealed).reveal())
        .isEqualTo("Ada Example");
  }

  @Test
  void key_files_are_private_and_refused_when_they_are_not() throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.toList();
    }

    assertThat(files).hasSize(1);
    Path file = files.getFirst();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> new KeyEncryptionKey(new KeyFolder(() -> folder)))
        .hasMessageContaining("0600");
  }

  @Test
  void a_key_file_is_made_once_whoever_comes_first() {
    KeyFolder keys = new KeyFolder(() -> folder);

    assertThat(keys.readOrCreate("once", () -> "first")).isEqualTo("first");
    assertThat(keys.readOrCreate("once", () -> "second")).isEqualTo("first");
  }

  @Test
  void a_secret_shows_itself_to_nobody() throws Exception {
    assertThat(ADA).hasToString("[secret]");
    assertThat("%s".formatted(List.of(ADA))).doesNotContain("Ada");
    assertThat(new ObjectMapper().writeValueAsString(List.of(ADA))).isEqualTo("[\"[secret]\"]");
  }

  private PersonalKey key() {
    return wrapping.unwrap(person, wrapped);
  }

  private PersonalKey unwrapped(UUID someone) {
    return wrapping.unwrap(someone, wrapping.newWrappedKey(someone).key());
  }
}
