package org.crossborough.safety.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.safety.referral.KnownReferrals;

/** The release to start: by the support side, or by itself when the window has passed. */
@ApplicationScoped
public class StartClearance {

  private static final int AT_ONCE = 100;

  private final KnownReferrals referrals;
  private final SafetyHolds holds;
  private final Outbox outbox;
  private final HoldConfig config;

  StartClearance(KnownReferrals referrals, SafetyHolds holds, Outbox outbox, HoldConfig config) {
    this.referrals = referrals;
    this.holds = holds;
    this.outbox = outbox;
    this.config = config;
  }

  /** Releases a man to start; nothing happens when he was released before. */
  public void release(UUID referralId, Instant at) {
    if (holds.anyOpen(referralId)) {
      throw HoldProblem.STILL_PLACED.because("Lift the hold first.");
    }
    referrals.clear(referralId, at).ifPresent(outbox::publish);
  }

  /**
   * Releases those whose window has passed, so that a release says nothing about contact; returns
   * whether there may be more.
   */
  boolean releaseOverdue(Instant now) {
    List<UUID> overdue = referrals.lockOverdue(now.minus(config.startWindow()), AT_ONCE);
    overdue.forEach(id -> referrals.clear(id, now).ifPresent(outbox::publish));
    return overdue.size() == AT_ONCE;
  }
}
