package org.crossborough.platform.driver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list, newest first. */
public record Page<T>(List<T> items, @Nullable String next) {

  /** Follows a list from page to page to its end. */
  static <T> List<T> all(String path, Function<String, Page<T>> reader) {
    List<T> all = new ArrayList<>();
    String query = (path.contains("?") ? "&" : "?") + "limit=100";
    @Nullable String cursor = null;
    do {
      Page<T> page = reader.apply(path + query + (cursor == null ? "" : "&cursor=" + cursor));
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return Collections.unmodifiableList(all);
  }
}
