package org.crossborough.referral.decision;

import java.time.LocalDate;

/** Why a referral was put off, when, and until which review. */
public record Deferral(DeferralReason reason, LocalDate decidedOn, LocalDate reviewOn) {}
