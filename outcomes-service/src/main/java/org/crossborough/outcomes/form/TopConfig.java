package org.crossborough.outcomes.form;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may have a TOP, and how far from his treatment's dates each stage may lie. */
@ConfigMapping(prefix = "crossborough.outcomes.top")
public interface TopConfig {

  /** The age in years on the day of the interview from which on a man may have one. */
  @WithDefault("18")
  int minimumAge();

  /** The most days that a start may lie before or after the start of treatment. */
  @WithDefault("14")
  int startDays();

  /** The fewest days after the start of treatment that a review counts for. */
  @WithDefault("29")
  int reviewDaysFrom();

  /** The most days after the start of treatment that a review counts for. */
  @WithDefault("182")
  int reviewDaysTo();

  /** The most days that an exit may lie before or after the end of treatment. */
  @WithDefault("14")
  int exitDays();
}
