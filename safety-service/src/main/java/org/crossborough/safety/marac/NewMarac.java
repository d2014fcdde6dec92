package org.crossborough.safety.marac;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referral to the conference of the survivor's borough, which is taken from her record and never
 * stated here.
 *
 * @param dashId the assessment it rests on; none where she could not be assessed
 * @param criteria what is claimed; a high score and a repeat are found anyway
 * @param grounds what the conference needs to know
 * @param judgement why, where neither the score nor a repeat says so
 * @param survivorAware whether she knows of the referral; he is never told
 * @param notAwareReason why she does not; needed exactly then
 * @param noConsentReason why it is made without her consent; needed exactly then
 */
@Schema(
    name = "NewMaracReferral",
    examples =
        """
        {"referredOn":"2026-02-04","criteria":["POTENTIAL_ESCALATION"],
         "judgement":"Worse each time","grounds":"Strangled twice since Christmas",
         "survivorAware":true,"survivorConsents":false,
         "noConsentReason":"She fears that he hears of it"}\
        """)
record NewMarac(
    @NotNull LocalDate referredOn,
    @Nullable UUID dashId,
    @Nullable @Size(max = 4) List<@NotNull MaracCriterion> criteria,
    @Nullable Secret grounds,
    @Nullable Secret judgement,
    @NotNull Boolean survivorAware,
    @Nullable Secret notAwareReason,
    @NotNull Boolean survivorConsents,
    @Nullable Secret noConsentReason) {

  private static final int LONGEST = 4000;

  /** What is sealed of it. */
  @Schema(name = "MaracWords")
  record Words(
      Secret grounds,
      @Nullable Secret judgement,
      @Nullable Secret notAwareReason,
      @Nullable Secret noConsentReason) {}

  Set<MaracCriterion> claimed() {
    Set<MaracCriterion> claimed = EnumSet.noneOf(MaracCriterion.class);
    claimed.addAll(criteria == null ? List.of() : criteria);
    return claimed;
  }

  Faults faults(Instant now) {
    return new Faults()
        .past("referredOn", referredOn, now)
        .needed("grounds", grounds, LONGEST)
        .text("judgement", judgement, LONGEST)
        .text("notAwareReason", notAwareReason, LONGEST)
        .text("noConsentReason", noConsentReason, LONGEST)
        .when(
            survivorAware != (notAwareReason == null),
            "notAwareReason",
            "REQUIRED_OR_NOT",
            "must be given exactly where she does not know")
        .when(
            survivorConsents != (noConsentReason == null),
            "noConsentReason",
            "REQUIRED_OR_NOT",
            "must be given exactly where she does not consent");
  }

  Words words() {
    return new Words(
        grounds == null ? Secret.of("") : grounds, judgement, notAwareReason, noConsentReason);
  }
}
