package org.crossborough.safety.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.atrisk.HandedOverPerson;
import org.crossborough.safety.referral.KnownReferrals;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.crossborough.safety.vault.Shredding;
import org.jspecify.annotations.Nullable;

/** The hand-overs that came from another borough than their referral. */
@ApplicationScoped
public class Quarantine {

  /** A hand-over that was put aside: how many people, never who. */
  public record Held(
      UUID id,
      String status,
      UUID referralId,
      @Nullable String senderBoroughCode,
      @Nullable String referringBoroughCode,
      int personCount,
      Instant receivedAt,
      long version) {}

  /** Who decided on one, when, and why in a code. */
  public record Review(String by, Instant at, String reasonCode) {}

  private final AtRiskHandoffs handoffs;
  private final KnownReferrals referrals;
  private final AtRiskPeople people;
  private final SurvivorCases cases;
  private final Outbox outbox;
  private final Shredding shredding;

  Quarantine(
      AtRiskHandoffs handoffs,
      KnownReferrals referrals,
      AtRiskPeople people,
      SurvivorCases cases,
      Outbox outbox,
      Shredding shredding) {
    this.handoffs = handoffs;
    this.referrals = referrals;
    this.people = people;
    this.cases = cases;
    this.outbox = outbox;
    this.shredding = shredding;
  }

  /** A page of those nobody has decided on, newest first. */
  public List<Held> before(UUID id, int rows) {
    return handoffs.quarantined(id, rows).stream().map(this::view).toList();
  }

  /** Takes a hand-over for its referral's after all, as if it had matched at once. */
  public Held release(UUID id, HttpHeaders headers, Review review) {
    AtRiskHandoff handoff = require(id, headers);
    outbox.publish(handoff.release(review));
    people.of(id).forEach(person -> cases.open(person, handoff.referralId(), handoff.receivedAt()));
    return written(handoff);
  }

  /**
   * Destroys the keys of everybody in a hand-over. They are gone even if the running transaction
   * then fails; the hand-over is still in quarantine then, to be destroyed once more.
   */
  public Held destroy(UUID id, HttpHeaders headers, Review review) {
    AtRiskHandoff handoff = require(id, headers);
    handoff.destroy(review);
    shredding.shred(people.of(id).stream().map(HandedOverPerson::personId).toList(), review.at());
    return written(handoff);
  }

  private AtRiskHandoff require(UUID id, HttpHeaders headers) {
    AtRiskHandoff handoff =
        handoffs
            .findByIdOptional(id)
            .filter(AtRiskHandoff::wasQuarantined)
            .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    Held seen = view(handoff);
    EntityVersion.require(headers, seen.version());
    return handoff;
  }

  private Held written(AtRiskHandoff handoff) {
    handoffs.flush();
    return view(handoff);
  }

  private Held view(AtRiskHandoff handoff) {
    return handoff.held(referrals.referringBorough(handoff.referralId()).orElse(null));
  }
}
