package org.crossborough.safety.contact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a support worker reports of an attempt.
 *
 * @param nextContactDueAt by when she is to be tried again, after the attempt; where none is given
 *     the service sets the usual time, so that no open case is without one
 */
@Schema(
    name = "ReportedAttempt",
    examples =
        """
        {"attemptedAt":"2026-01-14T10:30:00Z","channel":"PHONE","outcome":"SPOKE_TO_SURVIVOR",
         "durationMinutes":20,"supportOffered":true,"supportAccepted":"YES","content":["SAFETY_PLANNING"],
         "riskChanged":"NONE","nextContactDueAt":"2026-01-21T10:30:00Z"}\
        """)
public record ReportedAttempt(
    @NotNull Instant attemptedAt,
    @NotNull ContactChannel channel,
    @Nullable UUID contactPointId,
    @NotNull ContactOutcome outcome,
    @Nullable @Min(0) @Max(600) Integer durationMinutes,
    @Nullable SupportAnswer supportAccepted,
    @Nullable @Size(max = 10) List<@NotNull ContactContent> content,
    @Nullable Secret overrideReason,
    @Nullable Boolean supportOffered,
    @Nullable RiskChange riskChanged,
    @Nullable Instant nextContactDueAt) {

  /** Whether the risk she is at has changed, as the worker judges it. */
  public enum RiskChange {
    NONE,
    UP,
    DOWN
  }

  List<ContactContent> contents() {
    return content == null ? List.of() : List.copyOf(Set.copyOf(content));
  }

  /** The reason for going against a safety rule; null when none was given. */
  @Nullable Secret override() {
    return overrideReason == null || overrideReason.isBlank() ? null : overrideReason;
  }
}
