package org.crossborough.outcomes.returns;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return as it was handed out, but for its bytes.
 *
 * @param reason why it replaces the version before; absent of the first
 * @param checksum SHA-256 of the document, in hexadecimal digits
 * @param signature of the document: detached, compact
 */
record FrozenReturn(
    UUID id,
    String product,
    String area,
    String period,
    int version,
    UUID releaseId,
    String policy,
    Instant asOf,
    Instant frozenAt,
    String frozenBy,
    @Nullable CorrectionReason reason,
    String checksum,
    String signature) {}
