package org.crossborough.outcomes.pathway;

import java.util.UUID;

/** A referral as far as TOPs need it: whose it is, and which borough sent it. */
public record KnownReferral(UUID referralId, UUID personId, String boroughCode) {}
