package org.crossborough.safety.dash;

import org.jspecify.annotations.Nullable;

/**
 * From which score on, out of 24, a level is reached.
 *
 * @param veryHighFrom null where no score alone is very high
 * @param basis what the bands rest on
 */
record RiskBands(int mediumFrom, int highFrom, @Nullable Integer veryHighFrom, String basis) {

  RiskBands {
    int last = veryHighFrom == null ? DashScore.HIGHEST + 1 : veryHighFrom;
    if (mediumFrom < 1 || highFrom <= mediumFrom || last <= highFrom) {
      throw new IllegalArgumentException("Risk bands must rise, from 1 on");
    }
  }

  static RiskBands of(DashConfig config) {
    Integer veryHighFrom =
        config.veryHighFrom().isPresent() ? config.veryHighFrom().getAsInt() : null;
    return new RiskBands(config.mediumFrom(), config.highFrom(), veryHighFrom, config.basis());
  }

  RiskLevel level(int score) {
    if (veryHighFrom != null && score >= veryHighFrom) {
      return RiskLevel.VERY_HIGH;
    }
    if (score >= highFrom) {
      return RiskLevel.HIGH;
    }
    return score >= mediumFrom ? RiskLevel.MEDIUM : RiskLevel.STANDARD;
  }
}
