package org.crossborough.referral.rights;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one table holds about a man: what he is shown, what is withheld and why, and what becomes of
 * it when he is erased. The list is {@code rights/held-data.json}; a test fails when a table or a
 * column is in none of it.
 *
 * @param foundBy the condition that finds his rows, of the ids {@code :referrals}
 * @param deleted whether erasure deletes the rows
 * @param shown the columns he is shown
 * @param withheld the others, each with its reason; {@code REVIEW} marks what an officer looks at
 *     and may add by hand
 * @param blanked what erasure leaves in place of columns, as SQL
 */
record HeldTable(
    String table,
    String foundBy,
    boolean deleted,
    List<String> shown,
    Map<String, String> withheld,
    Map<String, String> blanked) {

  private static final String LIST = "/rights/held-data.json";

  HeldTable(
      String table,
      String foundBy,
      boolean deleted,
      List<String> shown,
      Map<String, String> withheld,
      @Nullable Map<String, String> blanked) {
    this.table = table;
    this.foundBy = foundBy;
    this.deleted = deleted;
    this.shown = List.copyOf(shown);
    this.withheld = new TreeMap<>(withheld);
    this.blanked = new TreeMap<>(blanked == null ? Map.of() : blanked);
  }

  static List<HeldTable> all() {
    try (InputStream file = HeldTable.class.getResourceAsStream(LIST)) {
      return new ObjectMapper()
          .readValue(Objects.requireNonNull(file), new TypeReference<List<HeldTable>>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The rows as one JSON array, the columns under their own names. */
  String selection() {
    return """
    select cast(coalesce(json_agg(held), '[]') as text)
    from (select %s from %s where %s order by 1) held
    """
        .formatted(String.join(", ", shown), table, foundBy);
  }

  /** The statement that makes the rows name nobody; null when there is nothing to do. */
  @Nullable String erasure() {
    if (deleted) {
      return "delete from %s where %s".formatted(table, foundBy);
    }
    List<String> changes =
        blanked.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList();
    return changes.isEmpty()
        ? null
        : "update %s set %s where %s".formatted(table, String.join(", ", changes), foundBy);
  }

  List<String> forReview() {
    return withheld.entrySet().stream()
        .filter(column -> column.getValue().startsWith("REVIEW"))
        .map(column -> table + "." + column.getKey())
        .toList();
  }
}
