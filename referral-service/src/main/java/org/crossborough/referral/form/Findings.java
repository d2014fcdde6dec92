package org.crossborough.referral.form;

import java.util.ArrayList;
import java.util.List;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;

/** What is wrong with a form, gathered so that the sender learns all of it at once. */
public final class Findings {

  private final List<Violation> violations = new ArrayList<>();

  /** Notes a fault when it is one. */
  public void when(boolean fault, String field, String code, String message) {
    if (fault) {
      violations.add(new Violation(field, code, message));
    }
  }

  /** What was noted so far. */
  public List<Violation> all() {
    return List.copyOf(violations);
  }

  /** Refuses the form if anything was noted. */
  public void refuse() {
    if (!violations.isEmpty()) {
      throw RequestProblem.INVALID.of(all());
    }
  }
}
