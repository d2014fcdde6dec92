package org.crossborough.referral.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The man's signature under what stays confidential and what does not.
 *
 * @param version which wording he signed
 * @param explainedBy who went through it with him; absent in records made before it was asked
 */
@Embeddable
public record ConfidentialityAgreement(
    @Column(name = "agreement_version") String version,
    @Column(name = "agreement_signed_on") LocalDate signedOn,
    @Column(name = "agreement_explained_by") @Nullable String explainedBy) {}
