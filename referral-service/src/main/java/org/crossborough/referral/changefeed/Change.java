package org.crossborough.referral.changefeed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.referral.boroughstatus.BoroughStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of a referral: ids, and nothing of its contents.
 *
 * @param position its place among all changes of all boroughs, which is why it is never shown: the
 *     gaps would tell a borough how much the others refer
 * @param id the same on every reading
 * @param boroughStatus where the referral stood after the change
 */
@Schema(name = "ReferralChange")
public record Change(
    @JsonIgnore long position,
    UUID id,
    UUID referralId,
    ChangeType type,
    BoroughStatus boroughStatus,
    Instant occurredAt) {}
