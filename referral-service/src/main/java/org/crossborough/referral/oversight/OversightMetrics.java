package org.crossborough.referral.oversight;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import org.crossborough.referral.clock.TimeLimit;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.crossborough.referral.oversight.Oversight.Standing;
import org.crossborough.referral.webhook.SubscriptionState;

/**
 * The figures of oversight for the monitoring, by Prometheus's names {@code
 * crossborough_referrals}, {@code crossborough_clocks_overdue} and {@code
 * crossborough_webhook_subscriptions}. Every process of the service counts all of them: a sum over
 * processes would count twice.
 */
@ApplicationScoped
class OversightMetrics implements MeterBinder {

  private final Oversight oversight;

  OversightMetrics(Oversight oversight) {
    this.oversight = oversight;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (ReferralStatus status : ReferralStatus.open()) {
      for (AgeInStatus age : AgeInStatus.values()) {
        Standing standing = new Standing(status, age);
        Gauge.builder("crossborough.referrals", oversight, counts -> counts.referrals(standing))
            .description("Open referrals, by status and for how long they have been in it")
            .tag("status", status.name())
            .tag("age", age.name())
            .register(registry);
      }
    }
    for (TimeLimit limit : TimeLimit.values()) {
      Gauge.builder("crossborough.clocks.overdue", oversight, counts -> counts.overdue(limit))
          .description("Referrals whose next time limit is past, by that limit")
          .tag("limit", limit.name())
          .register(registry);
    }
    for (SubscriptionState state : SubscriptionState.values()) {
      Gauge.builder(
              "crossborough.webhook.subscriptions",
              oversight,
              counts -> counts.subscriptions(state.name()))
          .description("Webhook subscriptions, by state; a dead one is told nothing any more")
          .tag("state", state.name())
          .register(registry);
    }
  }
}
