package org.crossborough.referral.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.contracts.ReferralEvent;
import org.crossborough.referral.form.Occasion;

/**
 * What every move over HTTP has in common: the version that was seen, the event, the answer. Other
 * features get a referral here, kept from others until their transaction ends.
 */
@ApplicationScoped
public class MoveReferral {

  private final Referrals referrals;
  private final Outbox outbox;
  private final Caller caller;
  private final Clock clock;
  private final Instance<ReferralCase.AfterTheEnd> endings;

  MoveReferral(
      Referrals referrals,
      Outbox outbox,
      Caller caller,
      Clock clock,
      @Any Instance<ReferralCase.AfterTheEnd> endings) {
    this.referrals = referrals;
    this.outbox = outbox;
    this.caller = caller;
    this.clock = clock;
    this.endings = endings;
  }

  /** A move that others are told of. */
  Response telling(
      UUID id, HttpHeaders headers, BiFunction<Referral, Occasion, ReferralEvent> move) {
    return quietly(
        id, headers, (referral, occasion) -> outbox.publish(move.apply(referral, occasion)));
  }

  /** A move that concerns nobody else. */
  Response quietly(UUID id, HttpHeaders headers, BiConsumer<Referral, Occasion> move) {
    // Locked: of two who saw the same version, the second learns that it is stale.
    Referral referral = referrals.requireForChange(id);
    EntityVersion.require(headers, referral.version());
    Occasion occasion = occasion();
    move.accept(referral, occasion);
    if (referral.status().isTerminal()) {
      endings.forEach(ending -> ending.afterTheEnd(id, occasion));
    }
    return answer(id);
  }

  /**
   * The referral for another feature to work on, at the version that the caller has seen.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404, 428 or 412
   */
  public ReferralCase open(UUID id, HttpHeaders headers) {
    Referral referral = referrals.requireForChange(id);
    EntityVersion.require(headers, referral.version());
    return referral;
  }

  /**
   * The same for work on something beneath it that has a version of its own.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404
   */
  public ReferralCase open(UUID id) {
    return referrals.requireForChange(id);
  }

  /**
   * Requires that the caller may see the referral.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404
   */
  public void requireVisible(UUID id) {
    var _ = referrals.require(id);
  }

  /** This moment, by the caller. */
  public Occasion occasion() {
    return Occasion.of(clock, caller);
  }

  /** The referral as it now is, for an answer. */
  public Response answer(UUID id) {
    referrals.flush();
    Referral referral = referrals.require(id);
    return Answers.ok(referral.version(), referral.view().to(caller));
  }
}
