package org.crossborough.referral.source;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a referrer sent besides the man's own details.
 *
 * @param submittingClient the system or front end it came through, which never uses an external
 *     reference twice
 */
@Embeddable
public record Submission(
    String externalReference,
    String submittingClient,
    LocalDate referralDate,
    UUID screeningId,
    String commissioningBoroughCode,
    @Embedded Referrer referrer,
    @Embedded Treatment treatment,
    @Embedded @Nullable Circumstances circumstances) {}
