package org.crossborough.chassis.http;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, newest first.
 *
 * @param items what is on this page
 * @param next the cursor of the page after it; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /** The largest page that can be asked for. */
  public static final int MAXIMUM = 100;

  /** How many rows to read to fill a page and to know whether another follows. */
  public static int rows(int limit) {
    return limit + 1;
  }

  /** The page out of the rows read with {@link #rows}. */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, UUID> id, Function<R, T> view) {
    List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
    String next = rows.size() > limit ? Cursor.after(id.apply(shown.getLast())) : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }
}
