package org.crossborough.safety.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.Topic;
import org.crossborough.safety.access.Alerts;
import org.crossborough.safety.atrisk.AtRiskDetails;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.atrisk.HandedOverPerson;
import org.crossborough.safety.referral.KnownReferrals;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.jspecify.annotations.Nullable;

/**
 * Brings hand-overs and referrals together, in whatever order they arrive. A hand-over from another
 * borough than the referral's is put in quarantine: its sender is told nothing, and only the
 * support side's manager hears of it.
 */
@ApplicationScoped
class ReferralMatching implements EventsConsumer {

  private final KnownReferrals referrals;
  private final AtRiskHandoffs handoffs;
  private final AtRiskPeople people;
  private final SurvivorCases cases;
  private final Outbox outbox;
  private final Alerts alerts;

  ReferralMatching(
      KnownReferrals referrals,
      AtRiskHandoffs handoffs,
      AtRiskPeople people,
      SurvivorCases cases,
      Outbox outbox,
      Alerts alerts) {
    this.referrals = referrals;
    this.handoffs = handoffs;
    this.people = people;
    this.cases = cases;
    this.outbox = outbox;
    this.alerts = alerts;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof ReferralReceived received) {
      referrals.waitFor(received.referralId());
      referrals.received(received);
      for (AtRiskHandoff handoff : handoffs.awaiting(received.referralId())) {
        settle(handoff, received.referringBoroughCode(), people.of(handoff.id()));
      }
    }
  }

  /** Keeps a hand-over with its people, and settles it if its referral is known. */
  void receive(AtRiskHandoff handoff, HandedOver handedOver) {
    referrals.waitFor(handoff.referralId());
    handoffs.persist(handoff);
    List<AtRiskDetails> details = handedOver.details();
    List<HandedOverPerson> takenIn =
        IntStream.range(0, details.size())
            .mapToObj(i -> people.takeIn(handoff.id(), i, details.get(i)))
            .toList();
    referrals
        .referringBorough(handoff.referralId())
        .ifPresent(borough -> settle(handoff, borough, takenIn));
  }

  private void settle(
      AtRiskHandoff handoff, @Nullable String borough, List<HandedOverPerson> handedOver) {
    if (handoff.mayConcernReferralFrom(borough)) {
      outbox.publish(handoff.match());
      handedOver.forEach(person -> cases.open(person, handoff.referralId(), handoff.receivedAt()));
    } else {
      handoff.quarantine();
      alerts.raise(Alerts.Alert.QUARANTINED);
    }
  }
}
