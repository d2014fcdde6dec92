package org.crossborough.safety.blindindex;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.crossborough.safety.vault.KeyFolder;
import org.crossborough.safety.vault.Vault.SearchToken;

/**
 * The keys of the search, the first there was in front. A token is made with the first and again
 * with each that came after it: so a token made before a change becomes the one after it without
 * anybody's name being opened for that, and whoever knows only the keys before can try no name on
 * it. Processes share the file, and each reads it anew.
 */
@ApplicationScoped
class SearchKeys {

  private static final String FILE = "blind-index-key";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_LENGTH = 32;
  private static final int TOKEN_LENGTH = 16;

  private final KeyFolder folder;

  SearchKeys(KeyFolder folder) {
    this.folder = folder;
    var _ = folder.readOrCreate(FILE, SearchKeys::generate);
  }

  /** The keys as they were at one moment. */
  static final class Chain {

    private final List<SecretKeySpec> keys;

    private Chain(String file) {
      keys = file.lines().map(Base64.getDecoder()::decode).map(Chain::key).toList();
    }

    private static SecretKeySpec key(byte[] key) {
      return new SecretKeySpec(key, ALGORITHM);
    }

    /** The generation whose tokens are written now. */
    int latest() {
      return keys.size() - 1;
    }

    /** A text's token of each generation, the first in front. */
    List<SearchToken> tokens(String text) {
      List<SearchToken> tokens = new ArrayList<>();
      byte[] said = text.getBytes(StandardCharsets.UTF_8);
      for (int generation = 0; generation < keys.size(); generation++) {
        said = hash(said, generation);
        tokens.add(new SearchToken(said, generation));
      }
      return tokens;
    }

    /** The token of the latest generation for what an earlier one is the token of. */
    SearchToken renewed(SearchToken earlier) {
      byte[] value = earlier.value();
      for (int generation = earlier.generation() + 1; generation < keys.size(); generation++) {
        value = hash(value, generation);
      }
      return new SearchToken(value, latest());
    }

    private byte[] hash(byte[] said, int generation) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(keys.get(generation));
        return Arrays.copyOf(mac.doFinal(said), TOKEN_LENGTH);
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("No keyed hash could be made", impossible);
      }
    }
  }

  /** The keys at this moment. */
  Chain now() {
    return new Chain(folder.read(FILE));
  }

  /** Puts another key behind those there are. */
  void rotate() {
    var _ = folder.replace(FILE, stored -> stored.strip() + "\n" + generate());
  }

  private static String generate() {
    byte[] random = new byte[KEY_LENGTH];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
