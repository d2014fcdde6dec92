package org.crossborough.referral.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class ReviewConfigTest {

  @Test
  void reviews_are_due_within_what_was_agreed_unless_told_otherwise() {
    ReviewConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ReviewConfig.class)
            .build()
            .getConfigMapping(ReviewConfig.class);

    assertThat(config.deferralDays()).isEqualTo(182);
    assertThat(config.waitingDays()).isEqualTo(28);
    assertThat(config.deferralBasis()).isNotBlank();
    assertThat(config.waitingBasis()).isNotBlank();
  }
}
