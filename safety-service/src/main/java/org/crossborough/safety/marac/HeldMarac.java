package org.crossborough.safety.marac;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.request.HeldAboutHer;
import org.crossborough.safety.vault.PersonalKey;
import org.jspecify.annotations.Nullable;

/** The referrals to the conference in her copy, without what other agencies took on. */
@ApplicationScoped
class HeldMarac implements HeldAboutHer {

  private final MaracReferrals referrals;

  HeldMarac(MaracReferrals referrals) {
    this.referrals = referrals;
  }

  /** One referral as she is given it. */
  record Held(
      String status,
      String boroughCode,
      LocalDate referredOn,
      List<String> criteria,
      boolean survivorAware,
      boolean survivorConsents,
      @Nullable LocalDate meetingOn,
      NewMarac.Words words) {

    static Held of(MaracReferrals.Brief brief, NewMarac.Words words) {
      return new Held(
          brief.status(),
          brief.boroughCode(),
          brief.referredOn(),
          brief.criteria(),
          brief.survivorAware(),
          brief.survivorConsents(),
          brief.meetingOn(),
          words);
    }
  }

  @Override
  public String section() {
    return "maracReferrals";
  }

  @Override
  public List<Held> of(UUID caseId, UUID personId, PersonalKey key) {
    return referrals.ever(caseId).stream()
        .map(referral -> Held.of(referral.brief(), referral.open(key)))
        .toList();
  }
}
