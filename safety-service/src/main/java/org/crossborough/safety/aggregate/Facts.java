package org.crossborough.safety.aggregate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the figures of a period are counted from: one entry per person at risk, without names. */
record Facts(List<Started> started, List<Received> received, List<Boolean> askedAndSafer) {

  /**
   * A person at risk from a man who started in the period.
   *
   * @param man the man, who may have several
   * @param programme the template he started on; null where it is not known
   * @param tier how far contact with her has come, 0 to 4
   * @param newIncident whether she told of one while he was on the programme
   */
  record Started(
      UUID man, LocalDate startedOn, @Nullable String programme, int tier, boolean newIncident) {}

  /**
   * A person at risk of whom the details were received in the period.
   *
   * @param onTime whether the first attempt was made by when it was due
   * @param tier how far contact with her has come, 0 to 4
   * @param highRisk whether an assessment ever found high risk
   * @param children how many under 18 were recorded
   */
  record Received(
      boolean onTime, int tier, boolean assessed, boolean highRisk, boolean marac, int children) {}
}
