package org.crossborough.safety.blindindex;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossborough.safety.vault.Secret;
import org.crossborough.safety.vault.Vault.SearchToken;

/**
 * Finds people by a keyed hash of what they are called or can be reached under (HMAC, RFC 2104).
 * Telephone numbers are few enough to be tried one by one, so a hash without a key would hide
 * nothing; the keys are in the key folder, the hashes are with the personal keys and go with them.
 * Only whole names are kept: hashes of single words would tell by their number which name is
 * common.
 */
@ApplicationScoped
public class BlindIndex {

  /** Something a person can be found by. */
  public record Term(Findable kind, Secret value) {}

  private static final int MOST_FOUND = 50;

  private final AgroalDataSource keys;
  private final SearchKeys searchKeys;

  BlindIndex(@DataSource("keys") AgroalDataSource keys, SearchKeys searchKeys) {
    this.keys = keys;
    this.searchKeys = searchKeys;
  }

  /** What a new person can be found by, to be kept with her key. */
  public List<SearchToken> tokens(List<Term> terms) {
    SearchKeys.Chain now = searchKeys.now();
    return terms.stream().map(term -> tokens(term, now)).flatMap(BlindIndex::latest).toList();
  }

  /**
   * Makes a person findable by something more, who must have a key. What is written is committed at
   * once; when the running transaction fails, a hash that leads to nobody does no harm.
   */
  public void add(UUID personId, Term term) {
    try (Connection connection = keys.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into person_search (token, generation, person_id) values (?, ?, ?)"
                    + " on conflict do nothing")) {
      Optional<SearchToken> token = latest(tokens(term, searchKeys.now())).findFirst();
      if (token.isPresent()) {
        statement.setBytes(1, token.get().value());
        statement.setInt(2, token.get().generation());
        statement.setObject(3, personId);
        statement.executeUpdate();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("A person could not be made findable", failure);
    }
  }

  /** The people who have been called so, or could be reached so; of very many, some. */
  public Set<UUID> find(Term term) {
    SearchKeys.Chain asked = searchKeys.now();
    Set<UUID> found = find(tokens(term, asked));
    SearchKeys.Chain now = searchKeys.now();
    // Whose token was made anew meanwhile would have been missed.
    return now.latest() == asked.latest() ? found : find(term);
  }

  private Set<UUID> find(List<SearchToken> tokens) {
    Set<UUID> found = new HashSet<>();
    try (Connection connection = keys.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select person_id from person_search where token = any (?)"
                    + " order by person_id desc limit "
                    + MOST_FOUND)) {
      byte[][] values = tokens.stream().map(SearchToken::value).toArray(byte[][]::new);
      statement.setArray(1, connection.createArrayOf("bytea", values));
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

  /** Of every generation; none for what has nothing in it to be found by. */
  private static List<SearchToken> tokens(Term term, SearchKeys.Chain keys) {
    String normalised = term.kind().normalised(term.value().reveal());
    return normalised.isEmpty() ? List.of() : keys.tokens(term.kind() + "\0" + normalised);
  }

  private static Stream<SearchToken> latest(List<SearchToken> ofEveryGeneration) {
    return ofEveryGeneration.isEmpty() ? Stream.empty() : Stream.of(ofEveryGeneration.getLast());
  }
}
