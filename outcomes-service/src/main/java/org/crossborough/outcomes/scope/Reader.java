package org.crossborough.outcomes.scope;

import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;

/**
 * A caller as a reader of figures. A borough's token makes a borough's reader, whatever other roles
 * it holds: a scope can be narrowed by a token, never widened.
 */
public sealed interface Reader {

  /** The code of London, as the national statistics number regions. */
  String LONDON = "E12000007";

  /** Who pays for one borough's men. */
  record OfBorough(String code) implements Reader {}

  /** Who pays for London. */
  record OfLondon() implements Reader {}

  /** Who compares regions. */
  record OfTheNation() implements Reader {}

  /** A named internal user, who makes releases and reads all of them. */
  record Analyst() implements Reader {}

  /**
   * The reader that a token makes.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 when its roles and its borough do not
   *     fit together
   */
  static Reader of(Caller caller) {
    String scope = caller.scope();
    if (!scope.equals(Caller.EVERY_BOROUGH)) {
      if (scope.isEmpty() || !caller.hasRole("commissioner-borough")) {
        throw RequestProblem.FORBIDDEN.because(
            "The token names no area whose figures it may read.");
      }
      return new OfBorough(scope);
    }
    if (caller.hasRole("outcomes-analyst")) {
      return new Analyst();
    }
    return caller.hasRole("commissioner-london") ? new OfLondon() : new OfTheNation();
  }
}
