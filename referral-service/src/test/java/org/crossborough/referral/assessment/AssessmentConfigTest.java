package org.crossborough.referral.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class AssessmentConfigTest {

  @Test
  void two_missed_appointments_are_enough_unless_told_otherwise() {
    AssessmentConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(AssessmentConfig.class)
            .build()
            .getConfigMapping(AssessmentConfig.class);

    assertThat(config.missedBeforeClosing()).isEqualTo(2);
    assertThat(config.missedBeforeClosingBasis()).isNotBlank();
  }
}
