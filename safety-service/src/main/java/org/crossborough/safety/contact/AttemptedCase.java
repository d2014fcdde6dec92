package org.crossborough.safety.contact;

import java.util.UUID;

/** The case an attempt belongs to, with what the recording of the attempt needs of it. */
public record AttemptedCase(UUID caseId, UUID personId, int attemptNo) {}
