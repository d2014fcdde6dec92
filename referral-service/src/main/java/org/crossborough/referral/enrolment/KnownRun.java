package org.crossborough.referral.enrolment;

import java.time.LocalDate;
import java.util.UUID;

/** A run as far as this service was told of it. */
public record KnownRun(UUID id, LocalDate startsOn, boolean cancelled) {}
