package org.crossborough.safety.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.request.HeldAboutHer;
import org.crossborough.safety.vault.PersonalKey;

/** Her safety plan in her copy, with every earlier version. */
@ApplicationScoped
class HeldSafetyPlan implements HeldAboutHer {

  private final SafetyPlans plans;

  HeldSafetyPlan(SafetyPlans plans) {
    this.plans = plans;
  }

  /** One version as she is given it. */
  record Held(SafetyPlans.Brief version, NewSafetyPlan.Content content) {}

  @Override
  public String section() {
    return "safetyPlan";
  }

  @Override
  public List<Held> of(UUID caseId, UUID personId, PersonalKey key) {
    return plans.ever(caseId).stream().map(plan -> new Held(plan.brief(), plan.open(key))).toList();
  }
}
