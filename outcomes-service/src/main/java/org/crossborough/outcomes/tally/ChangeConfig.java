package org.crossborough.outcomes.tally;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** From how many days on a change of use is more than chance. */
@ConfigMapping(prefix = "crossborough.outcomes.change")
public interface ChangeConfig {

  /**
   * Days of the last 28 by substance, such as {@code alcohol}; none by default, because no
   * threshold has been published for the TOP. Without one nobody is said to have improved or
   * deteriorated.
   */
  Map<String, Integer> reliableDays();
}
