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
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Wraps every personal key; the only key that is in a file instead of a database. The file holds
 * the one that wraps, and all that did before it: somebody may be wrapping a key at the moment of a
 * rotation, or of several at once, and whoever forgets a key too early has lost a woman's record
 * for good. Processes share the file, and each sees at once what another made of it.
 */
@ApplicationScoped
class KeyEncryptionKey {

  private static final String FILE = "key-encryption-key.json";

  /** What wraps, under which number, and what opens. */
  private record Wrapping(FileTime changedAt, int id, Aead aead) {}

  private final KeyFolder folder;
  private volatile Wrapping current;

  KeyEncryptionKey(KeyFolder folder) {
    this.folder = folder;
    try {
      AeadConfig.register();
      var _ = folder.readOrCreate(FILE, KeyEncryptionKey::generate);
      this.current = read(folder);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("The key-encryption key cannot be used", failure);
    }
  }

  /** A personal key as it is kept, and the number of the key it is wrapped under. */
  record Wrapped(byte[] key, int wrappedBy) {}

  /** A new personal key, wrapped for keeping. */
  Wrapped newWrappedKey(UUID personId) {
    try {
      return wrap(personId, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A personal key could not be made", failure);
    }
  }

  /** The personal key that was wrapped for this person. */
  PersonalKey unwrap(UUID personId, byte[] wrapped) {
    try {
      return new PersonalKey(personId, aead(keyset(personId, wrapped)), VersionMarks.UNKNOWN);
    } catch (GeneralSecurityException failure) {
      throw new BrokenSealException(failure);
    }
  }

  /** The same personal key under the key that wraps now. */
  Wrapped rewrap(UUID personId, byte[] wrapped) {
    try {
      return wrap(personId, keyset(personId, wrapped));
    } catch (GeneralSecurityException failure) {
      throw new BrokenSealException(failure);
    }
  }

  /** Seals what is kept beside a personal key. */
  byte[] seal(UUID personId, byte[] plain) {
    try {
      return wrapping().aead().encrypt(plain, beside(personId));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("Version marks could not be sealed", failure);
    }
  }

  /** Opens what is kept beside a personal key. */
  byte[] open(UUID personId, byte[] sealed) {
    try {
      return wrapping().aead().decrypt(sealed, beside(personId));
    } catch (GeneralSecurityException failure) {
      throw new BrokenSealException(failure);
    }
  }

  /** The number of the key that wraps now. */
  int id() {
    return wrapping().id();
  }

  /** Wraps under a new key from now on; those before it open what is left under them. */
  void rotate() {
    var _ = folder.replace(FILE, KeyEncryptionKey::withNewKey);
  }

  private static String withNewKey(String stored) {
    try {
      KeysetHandle before =
          TinkJsonProtoKeysetFormat.parseKeyset(stored, InsecureSecretKeyAccess.get());
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.newBuilder(before)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build(),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A key-encryption key could not be made", failure);
    }
  }

  private Wrapping wrapping() {
    try {
      if (!folder.changedAt(FILE).equals(current.changedAt())) {
        current = read(folder);
      }
      return current;
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("The key-encryption key cannot be used", failure);
    }
  }

  private static Wrapping read(KeyFolder folder) throws GeneralSecurityException {
    // In this order: a change between the two is seen the next time.
    FileTime changedAt = folder.changedAt(FILE);
    KeysetHandle keyset =
        TinkJsonProtoKeysetFormat.parseKeyset(
            folder.readOrCreate(FILE, KeyEncryptionKey::generate), InsecureSecretKeyAccess.get());
    return new Wrapping(changedAt, keyset.getPrimary().getId(), aead(keyset));
  }

  private Wrapped wrap(UUID personId, KeysetHandle keyset) throws GeneralSecurityException {
    Wrapping wrapping = wrapping();
    return new Wrapped(
        TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, wrapping.aead(), bytes(personId)),
        wrapping.id());
  }

  private KeysetHandle keyset(UUID personId, byte[] wrapped) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapping().aead(), bytes(personId));
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
