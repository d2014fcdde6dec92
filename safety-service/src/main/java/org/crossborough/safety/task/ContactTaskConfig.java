package org.crossborough.safety.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** By when something has to be done, and how often somebody has to be tried. */
@ConfigMapping(prefix = "crossborough.contact-task")
public interface ContactTaskConfig {
  /** Working days by trigger, where they differ from the usual ones. */
  Map<ContactTrigger, Integer> workingDays();

  /** For what is urgent, on any day of the week. */
  @WithDefault("4h")
  Duration urgentWithin();

  /** What has to be tried before nobody tries any more. */
  Effort effort();

  /** A fair effort to reach somebody. */
  interface Effort {
    /** How often. */
    @WithDefault("3")
    int attempts();

    /** On how many different days. */
    @WithDefault("3")
    int days();

    /** By how many different channels. */
    @WithDefault("2")
    int channels();
  }
}
