package org.crossborough.outcomes.topimport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How imports are worked on. */
@ConfigMapping(prefix = "crossborough.top-import")
public interface ImportConfig {

  /** How many imports this process works on at once; none with 0. */
  @WithDefault("1")
  int workers();

  /** How often to look for an import that nobody works on. */
  @WithDefault("500ms")
  Duration poll();

  /** How long an import belongs to a process that has stopped working on it. */
  @WithDefault("30S")
  Duration lease();

  /** How many rows a file may have. */
  @WithDefault("5000")
  int mostRows();

  /** How long the results of an import can be read; then it is removed, finished or not. */
  @WithDefault("720H")
  Duration keepFor();
}
