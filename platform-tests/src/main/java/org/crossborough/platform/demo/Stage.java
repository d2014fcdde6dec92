package org.crossborough.platform.demo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.crossborough.platform.driver.PublicApi;

/** What every phase of a story works with. */
record Stage(Story story, PublicApi api, Progress progress) {

  /** Does one thing for each, and says how far it has come. */
  <T> void forEach(String phase, Collection<T> all, Consumer<T> step) {
    int done = 0;
    progress.at(phase, done, all.size());
    for (T one : all) {
      step.accept(one);
      done++;
      progress.at(phase, done, all.size());
    }
  }

  /** The same, keeping what came of each. */
  <T, R> Map<T, R> mapEach(String phase, Collection<T> all, Function<T, R> step) {
    Map<T, R> results = new LinkedHashMap<>();
    forEach(phase, all, one -> results.put(one, step.apply(one)));
    return results;
  }
}
