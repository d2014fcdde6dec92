package org.crossborough.local.process;

import java.time.Duration;

/** One process of the platform, as the launcher sees it. */
public interface Server {

  DetachedProcess process();

  /** Makes ready what it starts from: unpacks, initialises, writes its configuration. */
  default void prepare() {}

  Launch launch();

  /** Asks it something that only a working server can answer. */
  boolean answers();

  /** Brings what it holds into the wanted shape, once it answers. */
  default void settle() {}

  default StopSignal stopSignal() {
    return StopSignal.TERMINATE;
  }

  default Duration startPatience() {
    return Duration.ofSeconds(90);
  }
}
