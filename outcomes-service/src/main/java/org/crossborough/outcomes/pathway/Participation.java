package org.crossborough.outcomes.pathway;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One man's place on one run, as the metrics see it.
 *
 * @param contacted whether he attended an assessment or any session
 * @param countableMinutes the minutes that count towards the threshold
 * @param thresholdMinutes the minimum of the run's template
 * @param firstCountableOn his first session with countable minutes; null while he has not started
 * @param endedOn when he left or completed, or else the run's last day
 */
public record Participation(
    UUID personId,
    boolean contacted,
    int countableMinutes,
    int thresholdMinutes,
    @Nullable LocalDate firstCountableOn,
    LocalDate endedOn) {}
