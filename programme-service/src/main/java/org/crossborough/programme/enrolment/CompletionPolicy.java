package org.crossborough.programme.enrolment;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** What must be true before a man completes; each rule refuses with its own problem. */
enum CompletionPolicy {
  ENOUGH_COUNTABLE_MINUTES(
      EnrolmentProblem.HOURS_SHORT, facts -> facts.countableMinutes() >= facts.minimumMinutes());

  /** What completion is judged by. */
  record Facts(int countableMinutes, int minimumMinutes) {}

  private final EnrolmentProblem refusal;
  private final Predicate<Facts> satisfied;

  CompletionPolicy(EnrolmentProblem refusal, Predicate<Facts> satisfied) {
    this.refusal = refusal;
    this.satisfied = satisfied;
  }

  /** The first refusal, if there is any. */
  static Optional<EnrolmentProblem> refusal(Facts facts) {
    return Arrays.stream(values())
        .filter(policy -> !policy.satisfied.test(facts))
        .map(policy -> policy.refusal)
        .findFirst();
  }
}
