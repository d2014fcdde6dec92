package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The referrals that have been told of; a borough finds its own only. */
@ApplicationScoped
public class KnownReferrals {

  private final Session session;

  KnownReferrals(Session session) {
    this.session = session;
  }

  /** The referral, if it is known and the caller's. */
  public Optional<KnownReferral> find(UUID referralId) {
    return session
        .createNativeQuery(
            "select referral_id, person_id, borough_code from known_referral"
                + " where referral_id = :referral",
            Object[].class)
        .addScalar("referral_id", UUID.class)
        .addScalar("person_id", UUID.class)
        .addScalar("borough_code", String.class)
        .setParameter("referral", referralId)
        .stream()
        .map(row -> new KnownReferral((UUID) row[0], (UUID) row[1], (String) row[2]))
        .findFirst();
  }
}
