package org.crossborough.safety.blindindex;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.crossborough.safety.vault.KeyFolder;
import org.crossborough.safety.vault.Secret;

/**
 * Finds people by a keyed hash of what they are called or can be reached under (HMAC, RFC 2104).
 * Telephone numbers are few enough to be tried one by one, so a hash without a key would hide
 * nothing; the key is in the key folder, the hashes are with the personal keys and go with them.
 * Only whole names are kept: hashes of single words would tell by their number which name is
 * common.
 */
@ApplicationScoped
public class BlindIndex {

  /** Something a person can be found by. */
  public record Term(Findable kind, Secret value) {}

  private static final String FILE = "blind-index-key";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_LENGTH = 32;
  private static final int TOKEN_LENGTH = 16;
  private static final int MOST_FOUND = 50;

  private final AgroalDataSource keys;
  private final SecretKeySpec key;

  BlindIndex(@DataSource("keys") AgroalDataSource keys, KeyFolder folder) {
    this.keys = keys;
    String stored = folder.readOrCreate(FILE, BlindIndex::generate);
    this.key = new SecretKeySpec(Base64.getDecoder().decode(stored), ALGORITHM);
  }

  /** What a new person can be found by, to be kept with her key. */
  public List<byte[]> tokens(List<Term> terms) {
    return terms.stream().map(this::token).flatMap(Optional::stream).toList();
  }

  /**
   * Makes a person findable by something more, who must have a key. What is written is committed at
   * once; when the running transaction fails, a hash that leads to nobody does no harm.
   */
  public void add(UUID personId, Term term) {
    try (Connection connection = keys.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into person_search (token, person_id) values (?, ?)"
                    + " on conflict do nothing")) {
      Optional<byte[]> token = token(term);
      if (token.isPresent()) {
        statement.setBytes(1, token.get());
        statement.setObject(2, personId);
        statement.executeUpdate();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("A person could not be made findable", failure);
    }
  }

  /** The people who have been called so, or could be reached so; of very many, some. */
  public Set<UUID> find(Term term) {
    Optional<byte[]> token = token(term);
    Set<UUID> found = new HashSet<>();
    try (Connection connection = keys.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select person_id from person_search where token = ? order by person_id desc limit "
                    + MOST_FOUND)) {
      statement.setBytes(1, token.orElse(new byte[0]));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException("People could not be searched", failure);
    }
  }

  /** Empty for what has nothing in it to be found by. */
  private Optional<byte[]> token(Term term) {
    String normalised = term.kind().normalised(term.value().reveal());
    if (normalised.isEmpty()) {
      return Optional.empty();
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal((term.kind() + "\0" + normalised).getBytes(StandardCharsets.UTF_8));
      return Optional.of(Arrays.copyOf(hash, TOKEN_LENGTH));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("No keyed hash could be made", impossible);
    }
  }

  private static String generate() {
    byte[] random = new byte[KEY_LENGTH];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
