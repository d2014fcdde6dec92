package org.crossborough.outcomes.disclosure;

import java.util.List;

/**
 * One way of splitting people, with every value there is.
 *
 * @param values in the order in which they are shown; a value that nobody has is listed as well,
 *     since a missing line would say so
 */
public record Dimension(String name, List<String> values) {

  /** Refuses a dimension without values, and keeps the list from changing. */
  public Dimension {
    values = List.copyOf(values);
    if (values.isEmpty() || values.stream().distinct().count() != values.size()) {
      throw new IllegalArgumentException("%s needs values, each once".formatted(name));
    }
  }
}
