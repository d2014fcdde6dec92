package org.crossborough.safety.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/** Wraps every personal key; the only key that is in a file instead of a database. */
@ApplicationScoped
class KeyEncryptionKey {

  private static final String FILE = "key-encryption-key.json";

  private final Aead wrapping;

  KeyEncryptionKey(KeyFolder folder) {
    try {
      AeadConfig.register();
      String keyset = folder.readOrCreate(FILE, KeyEncryptionKey::generate);
      this.wrapping =
          aead(TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("The key-encryption key cannot be used", failure);
    }
  }

  /** A new personal key, wrapped for keeping. */
  byte[] newWrappedKey(UUID personId) {
    try {
      KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, wrapping, bytes(personId));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A personal key could not be made", failure);
    }
  }

  /** The personal key that was wrapped for this person. */
  PersonalKey unwrap(UUID personId, byte[] wrapped) {
    try {
      KeysetHandle keyset =
          TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapping, bytes(personId));
      return new PersonalKey(personId, aead(keyset), VersionMarks.UNKNOWN);
    } catch (GeneralSecurityException failure) {
      throw new BrokenSealException(failure);
    }
  }

  /** Seals what is kept beside a personal key. */
  byte[] seal(UUID personId, byte[] plain) {
    try {
      return wrapping.encrypt(plain, beside(personId));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("Version marks could not be sealed", failure);
    }
  }

  /** Opens what is kept beside a personal key. */
  byte[] open(UUID personId, byte[] sealed) {
    try {
      return wrapping.decrypt(sealed, beside(personId));
    } catch (GeneralSecurityException failure) {
      throw new BrokenSealException(failure);
    }
  }

  /** One byte more than a key's own, so that neither can be put in the other's place. */
  private static byte[] beside(UUID personId) {
    return Arrays.copyOf(bytes(personId), Long.BYTES * 2 + 1);
  }

  private static String generate() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A key-encryption key could not be made", failure);
    }
  }

  private static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
    return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(Long.BYTES * 2)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
