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
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Wraps every personal key; the only key that is in a file instead of a database. The file holds
 * the one that wraps, and those before it until they are retired: somebody may be wrapping a key at
 * the moment of a rotation, or of several at once, and whoever forgets a key too early has lost a
 * woman's record for good. Processes share the file. It is read each time, since two changes within
 * one tick of the file system's clock have one time.
 */
@ApplicationScoped
class KeyEncryptionKey {

  private static final String FILE = "key-encryption-key.json";

  /** What wraps, under which number, and what opens. */
  private record Wrapping(String file, KeysetHandle keyset, Aead aead) {

    int id() {
      return keyset.getPrimary().getId();
    }

    @Override
    public String toString() {
      return "[keys]";
    }
  }

  private final KeyFolder folder;
  private volatile Wrapping latest;

  KeyEncryptionKey(KeyFolder folder) {
    this.folder = folder;
    try {
      AeadConfig.register();
      this.latest = parsed(folder.readOrCreate(FILE, KeyEncryptionKey::generate));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("The key-encryption key cannot be used", failure);
    }
  }

  /** A personal key as it is kept, and the number of the key it is wrapped under. */
  record Wrapped(byte[] key, int wrappedBy) {}

  /** What is kept beside a personal key, and the number of the key it is sealed under. */
  record Sealed(byte[] value, int sealedBy) {}

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
  Sealed seal(UUID personId, byte[] plain) {
    try {
      Wrapping wrapping = wrapping();
      return new Sealed(wrapping.aead().encrypt(plain, beside(personId)), wrapping.id());
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

  /** The numbers of all keys that open something. */
  Set<Integer> ids() {
    return ids(wrapping().keyset());
  }

  /** Wraps under a new key from now on; those before it open what is left under them. */
  void rotate() {
    var _ = folder.replace(FILE, stored -> written(withNewKey(parsed(stored).keyset())));
  }

  /**
   * Forgets the keys that nothing is under any more, though never the one that wraps. Nobody may be
   * wrapping meanwhile; that no rotation comes between the question and the forgetting is seen to
   * here.
   *
   * @param named the numbers of the keys that something is under
   * @return how many keys were forgotten
   */
  int retireAllBut(Supplier<Set<Integer>> named) {
    Set<Integer> before = new HashSet<>();
    String after =
        folder.replace(
            FILE,
            stored -> {
              KeysetHandle keyset = parsed(stored).keyset();
              before.addAll(ids(keyset));
              return written(without(keyset, named.get()));
            });
    before.removeAll(ids(parsed(after).keyset()));
    return before.size();
  }

  private static KeysetHandle.Builder withNewKey(KeysetHandle before) {
    return KeysetHandle.newBuilder(before)
        .addEntry(
            KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary());
  }

  private static KeysetHandle.Builder without(KeysetHandle before, Set<Integer> named) {
    KeysetHandle.Builder kept = KeysetHandle.newBuilder(before);
    for (int i = before.size() - 1; i >= 0; i--) {
      KeysetHandle.Entry key = before.getAt(i);
      if (!key.isPrimary() && !named.contains(key.getId())) {
        kept.deleteAt(i);
      }
    }
    return kept;
  }

  private static Set<Integer> ids(KeysetHandle keyset) {
    Set<Integer> ids = new HashSet<>();
    for (int i = 0; i < keyset.size(); i++) {
      ids.add(keyset.getAt(i).getId());
    }
    return ids;
  }

  private Wrapping wrapping() {
    String file = folder.read(FILE);
    Wrapping known = latest;
    if (!known.file().equals(file)) {
      known = parsed(file);
      latest = known;
    }
    return known;
  }

  private static Wrapping parsed(String file) {
    try {
      KeysetHandle keyset =
          TinkJsonProtoKeysetFormat.parseKeyset(file, InsecureSecretKeyAccess.get());
      return new Wrapping(file, keyset, aead(keyset));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("The key-encryption key cannot be used", failure);
    }
  }

  private static String written(KeysetHandle.Builder keyset) {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          keyset.build(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A key-encryption key could not be made", failure);
    }
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
