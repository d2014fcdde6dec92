package org.crossborough.outcomes.topimport;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.form.RowShape;
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

  /** The forms a file may have. */
  @Schema(name = "TopImportFormat")
  enum Format {
    CSV,
    NDJSON,
    /** CSV with the national system's columns. */
    NDTMS
  }

  /**
   * One row, from 1.
   *
   * @param content the form in JSON; null when the row is at fault, or withheld
   * @param fault why it is at fault before it can be read
   */
  record Row(int number, byte @Nullable [] content, @Nullable Violation fault) {}

  /**
   * Takes a file apart.
   *
   * @param shape what the columns of a CSV file mean
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no such file, 413 when it
   *     has too many rows
   */
  static ImportFile read(Format format, byte[] body, RowShape shape, int mostRows) {
    ImportFile file = new ImportFile(format, mostRows);
    String text = text(body);
    switch (format) {
      case CSV, NDTMS -> file.readCsv(text, shape);
      case NDJSON -> text.lines().filter(line -> !line.isBlank()).forEach(file::add);
    }
    if (file.rows.isEmpty()) {
      throw ImportProblem.NO_ROWS.because("Send at least one record.");
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

  private void readCsv(String text, RowShape shape) {
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
        refuseOther(header, shape);
        records.forEachRemaining(record -> add(header, record.getFields(), shape));
      }
    } catch (CsvParseException broken) {
      throw ImportProblem.UNREADABLE.because(
          "The quotes are not closed as they should be, after row %d.".formatted(rows.size()));
    } catch (IOException impossible) {
      throw new IllegalStateException("A text could not be read", impossible);
    }
  }

  private static void refuseOther(List<String> header, RowShape shape) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!shape.takes(name)) {
        if (shape.refusesOthers()) {
          violations.add(violation(name, "UNKNOWN_COLUMN", "is no column of a record"));
        }
      } else if (!seen.add(name)) {
        violations.add(violation(name, "REPEATED_COLUMN", "is there more than once"));
      }
    }
    for (String name : shape.required()) {
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

  private void add(List<String> header, List<String> cells, RowShape shape) {
    if (cells.size() != header.size()) {
      String message = "has %d cells instead of %d".formatted(cells.size(), header.size());
      add(null, new Violation("", "CELL_COUNT", message));
      return;
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (shape.takes(header.get(i))) {
        row.put(header.get(i), cells.get(i).strip());
      }
    }
    RowShape.Reading reading = shape.read(row);
    if (reading.form() == null) {
      add(null, null);
    } else {
      add(reading.form().toString());
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
