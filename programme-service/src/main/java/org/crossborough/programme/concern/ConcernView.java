package org.crossborough.programme.concern;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A concern as staff see it. */
@Schema(name = "Concern")
record ConcernView(
    UUID id, UUID enrolmentId, UUID sessionId, ConcernCode concernCode, Instant raisedAt) {}
