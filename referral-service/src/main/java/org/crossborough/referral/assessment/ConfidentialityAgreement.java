package org.crossborough.referral.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The man's signature under what stays confidential and what does not. */
@Embeddable
public record ConfidentialityAgreement(
    @NotBlank @Size(max = 32) @Column(name = "agreement_version") String version,
    @NotNull @Column(name = "agreement_signed_on") LocalDate signedOn) {}
