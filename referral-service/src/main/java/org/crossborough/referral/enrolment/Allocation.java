package org.crossborough.referral.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;

/** A named place: which run, and the day the man is to start. */
@Embeddable
public record Allocation(
    @Column(name = "allocated_run_id") UUID runId,
    @Column(name = "allocated_starts_on") LocalDate startsOn) {}
