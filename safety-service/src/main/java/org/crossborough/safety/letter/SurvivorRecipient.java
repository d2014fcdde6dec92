package org.crossborough.safety.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.atrisk.PointMark;
import org.crossborough.safety.atrisk.SafeTimes;
import org.crossborough.safety.contact.ContactUse;
import org.crossborough.safety.contact.SafeContactPolicy;
import org.crossborough.safety.person.PersonDetails;
import org.crossborough.safety.person.Stated;

/**
 * A survivor as somebody to write to: one of her own contact points, verified by herself and safe
 * for this. There is no other way to make one, and none from a typed address.
 */
final class SurvivorRecipient {

  private static final String NOT_VERIFIED = "NOT_VERIFIED_BY_SURVIVOR";
  private static final String SHARED_ADDRESS = "LIVES_WITH_PERPETRATOR";

  private final UUID contactPointId;
  private final ContactUse use;

  private SurvivorRecipient(UUID contactPointId, ContactUse use) {
    this.contactPointId = contactPointId;
    this.use = use;
  }

  /**
   * The recipient, if nothing stands against it; no reason sets these rules aside.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 with the reasons
   */
  static SurvivorRecipient at(
      PointMark point, ContactUse use, PersonDetails details, SafeTimes times, Instant at) {
    List<String> reasons = new ArrayList<>();
    SafeContactPolicy.bars(use, point, times, at).forEach(bar -> reasons.add(bar.name()));
    if (!SafeContactPolicy.offers(point, use)) {
      reasons.add("WRONG_KIND");
    }
    if (!point.marks().verifiedBySurvivor()) {
      reasons.add(NOT_VERIFIED);
    }
    if (use == ContactUse.LETTER && details.livesWithPerpetrator() != Stated.NO) {
      reasons.add(SHARED_ADDRESS);
    }
    if (!reasons.isEmpty()) {
      throw LetterProblem.RECIPIENT_NOT_SAFE
          .builder()
          .withDetail("Use a contact point that she verified and that is safe for this.")
          .with("reasons", reasons)
          .build();
    }
    return new SurvivorRecipient(point.id(), use);
  }

  UUID contactPointId() {
    return contactPointId;
  }

  ContactUse use() {
    return use;
  }
}
