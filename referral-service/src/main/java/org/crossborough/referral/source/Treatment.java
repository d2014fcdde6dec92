package org.crossborough.referral.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The treatment the man is in; the programme is for men in treatment.
 *
 * @param providerId the provider's entry in the register, if it has one
 */
@Embeddable
public record Treatment(
    @Column(name = "treatment_provider") String provider,
    @Column(name = "treatment_provider_id") @Nullable UUID providerId,
    @Column(name = "treatment_episode_ref") String episodeRef,
    @Nullable String keyworker,
    @Column(name = "main_substance") @Enumerated(EnumType.STRING) MainSubstance mainSubstance) {}
