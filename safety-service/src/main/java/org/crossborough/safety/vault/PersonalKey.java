package org.crossborough.safety.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** One person's key: seals and opens what is about her, and nothing about anybody else. */
public final class PersonalKey {

  private final UUID personId;
  private final Aead aead;
  private final VersionMarks marks;

  PersonalKey(UUID personId, Aead aead, VersionMarks marks) {
    this.personId = personId;
    this.aead = aead;
    this.marks = marks;
  }

  /** The same key, which also knows how far each value had got. */
  PersonalKey with(VersionMarks known) {
    return new PersonalKey(personId, aead, known);
  }

  /** Seals a value for the field it belongs to. */
  public byte[] seal(SealedField field, Secret value) {
    try {
      byte[] plain = value.reveal().getBytes(StandardCharsets.UTF_8);
      byte[] sealed = aead.encrypt(plain, field.associatedData(personId));
      marks.written(field);
      return sealed;
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A value could not be sealed", failure);
    }
  }

  /**
   * Opens a value, which must have been sealed for this very person, field and version, and must be
   * no older than the newest one known: a row put back from a backup does not open.
   */
  public Secret open(SealedField field, byte[] sealed) {
    Secret opened = openEarlier(field, sealed);
    requireCurrent(field);
    return opened;
  }

  /**
   * Refuses a field whose version is older than one known to have been written: its row was put
   * back from before, or the newer one is missing.
   *
   * @throws BrokenSealException when it is older
   */
  public void requireCurrent(SealedField field) {
    marks.requireCurrent(field);
  }

  /** Opens a value that has been replaced, where the record keeps what there was before. */
  public Secret openEarlier(SealedField field, byte[] sealed) {
    try {
      byte[] plain = aead.decrypt(sealed, field.associatedData(personId));
      return Secret.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException failure) {
      throw new BrokenSealException(failure);
    }
  }
}
