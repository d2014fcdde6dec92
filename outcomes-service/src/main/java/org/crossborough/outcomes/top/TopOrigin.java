package org.crossborough.outcomes.top;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import org.crossborough.outcomes.form.Anchor;
import org.crossborough.outcomes.form.TopForm;
import org.jspecify.annotations.Nullable;

/** Who completed a TOP, in which episode, and under which numbers of their own. */
@Embeddable
record TopOrigin(
    @Enumerated(EnumType.STRING) Anchor anchor,
    @Nullable LocalDate treatmentStartedOn,
    @Nullable LocalDate treatmentEndedOn,
    @Nullable String episodeReference,
    @Nullable String clientReference,
    @Nullable String recordReference,
    String organisation,
    boolean careCoordinator,
    @Nullable Boolean nationalConsent) {

  static TopOrigin of(TopForm form, String sender) {
    return new TopOrigin(
        Objects.requireNonNullElse(form.anchor(), Anchor.TREATMENT),
        form.treatmentStartedOn(),
        form.treatmentEndedOn(),
        form.episodeReference(),
        form.clientReference(),
        form.recordReference(),
        Objects.requireNonNullElse(form.organisation(), sender),
        Boolean.TRUE.equals(form.careCoordinator()),
        form.nationalConsent());
  }

  /** Whether two records are of one treatment episode. */
  boolean isEpisodeOf(TopOrigin other) {
    return Objects.equals(episodeReference, other.episodeReference);
  }
}
