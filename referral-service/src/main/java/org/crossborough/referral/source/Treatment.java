package org.crossborough.referral.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The treatment the man is in; the programme is for men in treatment. */
@Embeddable
public record Treatment(
    @Column(name = "treatment_provider") String provider,
    @Column(name = "treatment_episode_ref") String episodeRef,
    @Column(name = "main_substance") @Enumerated(EnumType.STRING) MainSubstance mainSubstance) {}
