package org.crossborough.referral.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Who sent the referral. */
@Embeddable
public record Referrer(
    @Column(name = "referrer_type") @Enumerated(EnumType.STRING) ReferrerType type,
    @Column(name = "referrer_organisation") String organisation) {}
