package org.crossborough.referral.decision;

import java.util.Arrays;
import java.util.List;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;

/** The groups of reasons: a code stands for one kind of decision and for no other. */
public final class Reasons {

  private static final String FIELD = "reasonCode";
  private static final List<Class<? extends Enum<?>>> GROUPS =
      List.of(
          DeclineReason.class,
          DeferralReason.class,
          RedirectionReason.class,
          ReopeningReason.class,
          WithdrawalReason.class);

  private Reasons() {}

  /**
   * The reason of a code.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when the code belongs to another kind
   *     of decision, 400 when there is no such code
   */
  public static <R extends Enum<R>> R of(Class<R> group, String code) {
    return Arrays.stream(group.getEnumConstants())
        .filter(reason -> reason.name().equals(code))
        .findFirst()
        .orElseThrow(() -> {
          boolean elsewhere = GROUPS.stream().anyMatch(other -> has(other, code));
          return elsewhere
              ? DecisionProblem.REASON_OF_ANOTHER_ENDING.of(
                  violation("OTHER_ENDING", "is a reason for another decision"))
              : RequestProblem.INVALID.of(violation("UNKNOWN", "is no reason"));
        });
  }

  private static boolean has(Class<? extends Enum<?>> group, String code) {
    return Arrays.stream(group.getEnumConstants()).anyMatch(reason -> reason.name().equals(code));
  }

  private static List<Violation> violation(String code, String message) {
    return List.of(new Violation(FIELD, code, message));
  }
}
