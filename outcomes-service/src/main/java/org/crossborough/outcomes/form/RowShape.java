package org.crossborough.outcomes.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the columns of a CSV file mean. */
public interface RowShape {

  /**
   * What a row says.
   *
   * @param form the form it stands for; null when nothing of it may be taken
   * @param withheld whether that is so because the man has not consented
   */
  record Reading(@Nullable ObjectNode form, boolean withheld) {}

  /** Whether a column means anything here. */
  boolean takes(String column);

  /** Whether a file with other columns is refused; else they are passed over unread. */
  boolean refusesOthers();

  /** The columns that a file must have. */
  List<String> required();

  /** What the cells of a row say, by their columns. */
  Reading read(Map<String, String> cells);
}
