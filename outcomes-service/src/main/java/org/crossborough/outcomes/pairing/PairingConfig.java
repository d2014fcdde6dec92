package org.crossborough.outcomes.pairing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How far from the programme's first and last day a TOP may lie to count for them. */
@ConfigMapping(prefix = "crossborough.outcomes.pairing")
public interface PairingConfig {

  /** The most days that a start TOP may precede the first countable session. */
  @WithDefault("28")
  int startDaysBefore();

  /** The most days that a start TOP may follow the first countable session. */
  @WithDefault("14")
  int startDaysAfter();

  /** The most days that a later TOP may precede the end of the programme. */
  @WithDefault("14")
  int laterDaysBefore();

  /** The most days that a later TOP may follow the end of the programme. */
  @WithDefault("42")
  int laterDaysAfter();
}
