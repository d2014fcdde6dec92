package org.crossborough.referral.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the referral.
 *
 * @param organisationId the organisation's entry in the register, if it has one
 * @param contact the professional's telephone number or e-mail address
 */
@Embeddable
public record Referrer(
    @Column(name = "referrer_type") @Enumerated(EnumType.STRING) ReferrerType type,
    @Column(name = "referrer_organisation") String organisation,
    @Column(name = "referrer_organisation_id") @Nullable UUID organisationId,
    @Column(name = "referrer_name") @Nullable String name,
    @Column(name = "referrer_contact") @Nullable String contact) {}
