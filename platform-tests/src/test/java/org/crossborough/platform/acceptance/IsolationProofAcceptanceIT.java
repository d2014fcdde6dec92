package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.crossborough.platform.isolation.Findings;
import org.crossborough.platform.isolation.IsolationProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The isolation proof in the form that a build has time for; the whole is {@code make
 * isolation-proof}.
 */
@ExtendWith(AcceptancePlatform.class)
class IsolationProofAcceptanceIT {

  @Test
  void nothing_of_the_survivor_side_is_anywhere_else(UnderTest platform) {
    Findings findings =
        new IsolationProof(platform.platform(), IsolationProof.Scope.brief(), System.out).prove();

    assertThat(findings.complaints(false)).isEmpty();
    assertThat(findings.hits()).isZero();
    assertThat(findings.bytes()).isGreaterThan(100_000_000);
    assertThat(findings.controlled()).isGreaterThanOrEqualTo(200);
    assertThat(findings.cells()).isGreaterThan(500);
  }
}
