package org.crossborough.referral.figures;

import java.util.regex.Pattern;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.form.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Whose referrals a figure counts. Row-level security leaves a bound caller nothing else anyway;
 * naming the borough lets the database use its indexes, and says in the answer what was counted.
 *
 * @param borough the GSS code of the referring borough; null for all of them
 */
record Scope(@Nullable String borough) {

  /** The GSS code of London, which stands for all boroughs together. */
  private static final String LONDON = "E12000007";

  private static final Pattern GSS = Pattern.compile("E090000(0[1-9]|[12][0-9]|3[0-3])");

  /**
   * The caller's borough, or the one asked for.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when a bound caller asks for another
   *     borough than his own, or anybody for none that exists
   */
  static Scope of(Caller caller, @Nullable String asked) {
    String bound = caller.scope().equals(Caller.EVERY_BOROUGH) ? null : caller.scope();
    Findings findings = new Findings();
    findings.when(
        asked != null && !GSS.matcher(asked).matches(),
        "borough",
        "GSS_CODE",
        "must be the GSS code of a London authority");
    findings.refuse();
    findings.when(
        asked != null && bound != null && !asked.equals(bound),
        "borough",
        "OTHER_BOROUGH",
        "is not the borough of the token");
    findings.refuse();
    return new Scope(bound == null ? asked : bound);
  }

  /** The code that stands for it in an answer. */
  String code() {
    return borough == null ? LONDON : borough;
  }

  /** A condition on a column, to be completed with the parameter {@code borough}. */
  String condition(String column) {
    return borough == null ? "" : "and " + column + " = :borough";
  }
}
