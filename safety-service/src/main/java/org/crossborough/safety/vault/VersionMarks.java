package org.crossborough.safety.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The highest version each value of one person has had. First versions need no mark: there is
 * nothing they could have been rolled back from.
 */
final class VersionMarks {

  /** Where nothing is known, nothing can be too old. */
  static final VersionMarks UNKNOWN = new VersionMarks(Map.of(), it -> {}, it -> {});

  private static final int FIRST = 1;

  private final Map<String, Integer> highest;
  private final Consumer<SealedField> onWritten;
  private final Consumer<SealedField> onNewer;

  /**
   * Marks that are known now.
   *
   * @param onWritten hears of a value sealed in the running transaction, which may yet fail
   * @param onNewer hears of a value that was found to be newer than its mark
   */
  VersionMarks(
      Map<String, Integer> highest,
      Consumer<SealedField> onWritten,
      Consumer<SealedField> onNewer) {
    this.highest = highest;
    this.onWritten = onWritten;
    this.onNewer = onNewer;
  }

  void written(SealedField field) {
    if (field.version() > FIRST) {
      onWritten.accept(field);
    }
  }

  void requireCurrent(SealedField field) {
    int known = highest.getOrDefault(field.name(), FIRST);
    if (field.version() < known) {
      throw new BrokenSealException();
    }
    if (field.version() > known) {
      // Its transaction was committed, and the process ended before it could say so.
      onNewer.accept(field);
    }
  }

  static Map<String, Integer> read(String text) {
    Map<String, Integer> marks = new HashMap<>();
    text.lines()
        .forEach(line -> {
          int space = line.indexOf(' ');
          marks.put(line.substring(space + 1), Integer.valueOf(line.substring(0, space)));
        });
    return marks;
  }

  static String write(Map<String, Integer> marks) {
    StringBuilder text = new StringBuilder();
    marks.forEach((name, version) -> text.append(version).append(' ').append(name).append('\n'));
    return text.toString();
  }
}
