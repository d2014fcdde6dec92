package org.crossborough.outcomes.metric;

import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;

/**
 * For whom figures are made: which runs are counted, and what is withheld.
 *
 * @param boroughCode the borough whose runs are counted, or every borough
 */
record Audience(String boroughCode, DisclosurePolicy policy) {

  static final String LONDON = "E12000007";

  /** A borough gets its own contract data; an analyst is a named internal user. */
  static Audience of(Caller caller) {
    String scope = caller.scope();
    if (scope.isEmpty()) {
      throw RequestProblem.FORBIDDEN.because("The token names no borough.");
    }
    boolean own = !scope.equals(Caller.EVERY_BOROUGH) && caller.hasRole("commissioner-borough");
    boolean exact = own || caller.hasRole("outcomes-analyst");
    return new Audience(scope, exact ? DisclosurePolicy.NONE : DisclosurePolicy.NHS_1_7_R5);
  }

  /** What London's own figures are shown under: only an analyst's are exact. */
  DisclosurePolicy policyForLondon() {
    return boroughCode.equals(Caller.EVERY_BOROUGH) ? policy : DisclosurePolicy.NHS_1_7_R5;
  }

  /** The area that the figures are about. */
  String area() {
    return boroughCode.equals(Caller.EVERY_BOROUGH) ? LONDON : boroughCode;
  }
}
