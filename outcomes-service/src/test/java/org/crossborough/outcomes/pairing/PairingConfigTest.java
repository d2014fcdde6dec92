package org.crossborough.outcomes.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class PairingConfigTest {

  @Test
  void the_windows_are_those_of_the_programme_unless_configured() {
    PairingConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(PairingConfig.class)
            .build()
            .getConfigMapping(PairingConfig.class);

    assertThat(config.startDaysBefore()).isEqualTo(28);
    assertThat(config.startDaysAfter()).isEqualTo(14);
    assertThat(config.laterDaysBefore()).isEqualTo(14);
    assertThat(config.laterDaysAfter()).isEqualTo(42);
  }
}
