package org.crossborough.referral.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
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

/** What every move over HTTP has in common: the version that was seen, the event, the answer. */
@ApplicationScoped
class MoveReferral {

  private final Referrals referrals;
  private final Outbox outbox;
  private final Caller caller;
  private final Clock clock;

  MoveReferral(Referrals referrals, Outbox outbox, Caller caller, Clock clock) {
    this.referrals = referrals;
    this.outbox = outbox;
    this.caller = caller;
    this.clock = clock;
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
    move.accept(referral, Occasion.of(clock, caller));
    referrals.flush();
    return Answers.ok(referral.version(), referral.view());
  }
}
