package org.crossborough.outcomes.metric;

import org.crossborough.chassis.identity.Caller;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.release.FeedProduct;
import org.crossborough.outcomes.scope.Reader;
import org.jspecify.annotations.Nullable;

/**
 * For whom figures are made: which runs are counted, and what is withheld.
 *
 * @param boroughCode the borough whose runs are counted, or every borough
 * @param product the product whose releases are all that is shown; null for those who see exact
 *     figures of today
 */
record Audience(String boroughCode, DisclosurePolicy policy, @Nullable FeedProduct product) {

  static final String LONDON = Reader.LONDON;

  /**
   * A borough gets its own contract data, and an analyst is a named internal user. Everybody else
   * gets what was released: who could read London's figures day by day would see single men come.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 when the token's roles and its borough
   *     do not fit together
   */
  static Audience of(Caller caller) {
    return switch (Reader.of(caller)) {
      case Reader.OfBorough(String code) -> new Audience(code, DisclosurePolicy.NONE, null);
      case Reader.Analyst _ -> new Audience(Caller.EVERY_BOROUGH, DisclosurePolicy.NONE, null);
      case Reader.OfLondon _ -> of(FeedProduct.LONDON);
      case Reader.OfTheNation _ -> of(FeedProduct.NATIONAL);
    };
  }

  private static Audience of(FeedProduct product) {
    return new Audience(Caller.EVERY_BOROUGH, product.policy(), product);
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
