package org.crossborough.referral.source;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.referral.person.AgeBand;
import org.crossborough.referral.person.Equality;
import org.jspecify.annotations.Nullable;

/**
 * What a single referral shows of its form besides the man, under the names it was sent with.
 *
 * @param ageBand his age on the day of the referral
 * @param ndtmsEthnicity his ethnic group as treatment returns code it
 */
public record SubmittedDetails(
    ReferrerType referrerType,
    String referrerOrganisation,
    @Nullable UUID referrerOrganisationId,
    @Nullable String referrerName,
    @Nullable String referrerContact,
    String treatmentProvider,
    @Nullable UUID treatmentProviderId,
    String treatmentEpisodeRef,
    @Nullable String keyworker,
    MainSubstance mainSubstance,
    @Nullable Mandate mandate,
    @Nullable List<ProtectionOrder> orders,
    @Nullable Children children,
    @Nullable RiskToStaff riskToStaff,
    @Nullable String riskNotes,
    @Nullable Interpreting interpreter,
    @Nullable String adjustments,
    @Nullable Equality equality,
    AgeBand ageBand,
    @Nullable String ndtmsEthnicity) {

  /** The details of a form that was kept, which always has its day. */
  public static SubmittedDetails of(DraftReferral form, LocalDate referralDay) {
    Equality equality = form.equality();
    return new SubmittedDetails(
        form.referrerType(),
        form.referrerOrganisation(),
        form.referrerOrganisationId(),
        form.referrerName(),
        form.referrerContact(),
        form.treatmentProvider(),
        form.treatmentProviderId(),
        form.treatmentEpisodeRef(),
        form.keyworker(),
        form.mainSubstance(),
        form.mandate(),
        form.orders(),
        form.children(),
        form.riskToStaff(),
        form.riskNotes(),
        form.interpreter(),
        form.adjustments(),
        equality,
        AgeBand.on(referralDay, form.client().dateOfBirth()),
        equality == null || equality.ethnicity() == null ? null : equality.ethnicity().ndtms());
  }
}
