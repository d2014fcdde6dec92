package org.crossborough.safety.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a plan, as it was agreed with her.
 *
 * @param reviewOn the day on which it is gone through again; a task is due then
 * @param keptWhere where her own copy is, so that nobody sends another; none where she keeps none
 */
@Schema(
    name = "NewSafetyPlan",
    examples =
        """
        {"agreedOn":"2026-02-03","reviewOn":"2026-03-03","steps":[
         {"situation":"LEAVING","step":"A bag with papers is at her sister's"},
         {"situation":"ONLINE","step":"Turn location off on the tablet"}],
         "keptWhere":"She keeps no copy"}\
        """)
record NewSafetyPlan(
    @NotNull LocalDate agreedOn,
    @NotNull LocalDate reviewOn,
    @NotEmpty @Size(max = 60) List<@NotNull @Valid Step> steps,
    @Nullable Secret keptWhere) {

  private static final int LONGEST = 1000;

  /** What a step is for. */
  @Schema(name = "SafetyPlanSituation")
  enum Situation {
    AT_HOME,
    IN_DANGER_NOW,
    LEAVING,
    AFTER_SEPARATION,
    CHILDREN,
    OUT_AND_AT_WORK,
    ONLINE,
    MONEY_AND_PAPERS,
    WELLBEING
  }

  /** One thing to do. */
  @Schema(name = "SafetyPlanStep")
  record Step(@NotNull Situation situation, @NotNull Secret step) {}

  /** What is sealed of it. */
  record Content(List<Step> steps, @Nullable Secret keptWhere) {}

  void refuseUnlessSound(Instant now) {
    Faults faults =
        new Faults()
            .past("agreedOn", agreedOn, now)
            .notBefore("reviewOn", reviewOn, agreedOn)
            .text("keptWhere", keptWhere, LONGEST);
    for (int i = 0; i < steps.size(); i++) {
      var _ = faults.text("steps[%d].step".formatted(i), steps.get(i).step(), LONGEST);
    }
    faults.refuse();
  }

  Content content() {
    return new Content(steps, keptWhere);
  }
}
