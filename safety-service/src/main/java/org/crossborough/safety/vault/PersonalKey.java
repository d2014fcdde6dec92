package org.crossborough.safety.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** One person's key: seals and opens what is about her, and nothing about anybody else. */
public final class PersonalKey {

  private final UUID personId;
  private final Aead aead;

  PersonalKey(UUID personId, Aead aead) {
    this.personId = personId;
    this.aead = aead;
  }

  /** Seals a value for the field it belongs to. */
  public byte[] seal(SealedField field, Secret value) {
    try {
      byte[] plain = value.reveal().getBytes(StandardCharsets.UTF_8);
      return aead.encrypt(plain, field.associatedData(personId));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A value could not be sealed", failure);
    }
  }

  /** Opens a value, which must have been sealed for this very person, field and version. */
  public Secret open(SealedField field, byte[] sealed) {
    try {
      byte[] plain = aead.decrypt(sealed, field.associatedData(personId));
      return Secret.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException failure) {
      throw new BrokenSealException(failure);
    }
  }
}
