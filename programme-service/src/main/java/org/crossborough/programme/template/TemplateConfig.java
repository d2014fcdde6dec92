package org.crossborough.programme.template;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a design must keep to whichever programme it is of. */
@ConfigMapping(prefix = "crossborough.template")
public interface TemplateConfig {

  /**
   * The fewest weeks of a weekly programme of behaviour change; the Home Office standards for
   * perpetrator interventions propose 22. Day programmes do the same work in fewer weeks.
   */
  @WithDefault("22")
  int fewestWeeks();
}
