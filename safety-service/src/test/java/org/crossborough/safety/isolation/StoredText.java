package org.crossborough.safety.isolation;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.crossborough.chassis.testing.Psql;

/** Everything that was kept or said somewhere, to be searched for a value in every encoding. */
final class StoredText {

  private record Piece(String place, byte[] content) {}

  private final List<Piece> pieces = new ArrayList<>();

  private StoredText() {}

  /** Every textual or binary value of every table of the service's main database. */
  static StoredText ofEveryTable() throws SQLException {
    StoredText all = new StoredText();
    try (Connection service = Psql.asService();
        Connection owner = Psql.asOwner();
        Statement scope = service.createStatement()) {
      scope.execute("select set_config('app.borough', '*', false)");
      String columns =
          """
          select table_name, column_name from information_schema.columns
          where table_schema = 'public' and (data_type in ('text', 'bytea', 'ARRAY', 'jsonb')
            or data_type like 'character%') order by 1, 2
          """;
      try (Statement statement = owner.createStatement();
          ResultSet column = statement.executeQuery(columns)) {
        while (column.next()) {
          String table = column.getString(1);
          // The history of migrations is the owner's alone; rows about people are the service's.
          all.read(table.startsWith("flyway") ? owner : service, table, column.getString(2));
        }
      }
    }
    return all;
  }

  static StoredText of(List<ConsumerRecord<byte[], byte[]>> records) {
    StoredText all = new StoredText();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      all.add(record.topic(), record.key());
      all.add(record.topic(), record.value());
      record.headers().forEach(header -> all.add(record.topic(), header.value()));
    }
    return all;
  }

  static StoredText of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static StoredText of(byte[] content) {
    StoredText all = new StoredText();
    all.add("text", content);
    return all;
  }

  /** Where a value is, in clear or encoded. */
  List<String> placesOf(String value) {
    List<byte[]> forms = encodings(value);
    return pieces.stream()
        .filter(piece -> forms.stream().anyMatch(form -> contains(piece.content(), form)))
        .map(Piece::place)
        .distinct()
        .toList();
  }

  long bytes() {
    return pieces.stream().mapToLong(piece -> piece.content().length).sum();
  }

  List<String> tables() {
    return pieces.stream().map(p -> p.place().replaceFirst("\\..*", "")).distinct().toList();
  }

  /** UTF-8, UTF-16, hexadecimal, and base64 at each of the three offsets it can start at. */
  static List<byte[]> encodings(String value) {
    byte[] plain = value.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(plain);
    List<byte[]> forms = new ArrayList<>();
    forms.add(plain);
    forms.add(value.getBytes(StandardCharsets.UTF_16BE));
    forms.add(value.getBytes(StandardCharsets.UTF_16LE));
    forms.add(hex.getBytes(StandardCharsets.US_ASCII));
    forms.add(hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = new byte[offset + plain.length];
      System.arraycopy(plain, 0, shifted, offset, plain.length);
      byte[] encoded = Base64.getEncoder().withoutPadding().encode(shifted);
      // What the neighbours have a part in is cut off.
      forms.add(Arrays.copyOfRange(encoded, offset == 0 ? 0 : offset + 1, encoded.length - 2));
    }
    return forms;
  }

  private void read(Connection connection, String table, String column) throws SQLException {
    String sql = "select \"%s\" from \"%s\"".formatted(column, table);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        boolean binary = row.getMetaData().getColumnTypeName(1).equals("bytea");
        byte[] content =
            binary
                ? row.getBytes(1)
                : String.valueOf(row.getString(1)).getBytes(StandardCharsets.UTF_8);
        if (content != null) {
          add(table + "." + column, content);
        }
      }
    }
  }

  private void add(String place, byte[] content) {
    if (content != null) {
      pieces.add(new Piece(place, content));
    }
  }

  private static boolean contains(byte[] content, byte[] form) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    return text.contains(new String(form, StandardCharsets.ISO_8859_1));
  }
}
