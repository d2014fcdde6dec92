package org.crossborough.referral.bulkimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.crossborough.chassis.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file as it was sent, taken apart into rows; what rows say is looked at later. */
final class ImportFile {

  /** The longest row, in bytes: more than any form needs. */
  static final int LONGEST_ROW = 65_536;

  private static final int LONGEST_NAME = 64;

  private final Format format;
  private final List<Row> rows = new ArrayList<>();
  private final int mostRows;

  private ImportFile(Format format, int mostRows) {
    this.format = format;
    this.mostRows = mostRows;
  }

  /** The two forms a file may have. */
  @Schema(name = "ImportFormat")
  enum Format {
    CSV,
    NDJSON
  }

  /**
   * One row, from 1.
   *
   * @param content the form in JSON; null when the row is at fault before it can be read
   * @param fault why it is
   */
  record Row(int number, byte @Nullable [] content, @Nullable Violation fault) {}

  /**
   * Takes a file apart.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no such file, 413 when it
   *     has too many rows
   */
  static ImportFile read(Format format, byte[] body, FormColumns columns, int mostRows) {
    ImportFile file = new ImportFile(format, mostRows);
    String text = text(body);
    switch (format) {
      case CSV -> file.readCsv(text, columns);
      case NDJSON -> text.lines().filter(line -> !line.isBlank()).forEach(file::add);
    }
    if (file.rows.isEmpty()) {
      throw ImportProblem.NO_ROWS.because("Send at least one referral.");
    }
    return file;
  }

  Format format() {
    return format;
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw ImportProblem.UNREADABLE.because("The file is not in UTF-8.");
    }
  }

  private void readCsv(String text, FormColumns columns) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            // Counted here, so that one short row does not spoil the file.
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (records.hasNext()) {
        List<String> header = records.next().getFields().stream().map(String::strip).toList();
        refuseOther(header, columns);
        records.forEachRemaining(record -> add(header, record.getFields(), columns));
      }
    } catch (CsvParseException broken) {
      throw ImportProblem.UNREADABLE.because(
          "The quotes are not closed as they should be, after row %d.".formatted(rows.size()));
    } catch (IOException impossible) {
      throw new IllegalStateException("A text could not be read", impossible);
    }
  }

  private static void refuseOther(List<String> header, FormColumns columns) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!columns.has(name)) {
        violations.add(violation(name, "UNKNOWN_COLUMN", "is no column of a referral"));
      } else if (!seen.add(name)) {
        violations.add(violation(name, "REPEATED_COLUMN", "is there more than once"));
      }
    }
    for (String name : columns.required()) {
      if (!seen.contains(name)) {
        violations.add(violation(name, "MISSING_COLUMN", "is needed"));
      }
    }
    if (!violations.isEmpty()) {
      throw ImportProblem.WRONG_COLUMNS.of(violations);
    }
  }

  private static Violation violation(String column, String code, String message) {
    String name = column.length() > LONGEST_NAME ? column.substring(0, LONGEST_NAME) : column;
    return new Violation(name, code, message);
  }

  private void add(List<String> header, List<String> cells, FormColumns columns) {
    if (cells.size() == header.size()) {
      add(columns.form(header, cells).toString());
    } else {
      add(
          null,
          new Violation(
              "",
              "CELL_COUNT",
              "has %d cells instead of %d".formatted(cells.size(), header.size())));
    }
  }

  private void add(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_ROW) {
      add(null, new Violation("", "TOO_LONG", "must not be longer than " + LONGEST_ROW + " bytes"));
    } else {
      add(bytes, null);
    }
  }

  private void add(byte @Nullable [] content, @Nullable Violation fault) {
    if (rows.size() == mostRows) {
      throw ImportProblem.TOO_MANY_ROWS.because("Send at most %d at once.".formatted(mostRows));
    }
    rows.add(new Row(rows.size() + 1, content, fault));
  }
}
