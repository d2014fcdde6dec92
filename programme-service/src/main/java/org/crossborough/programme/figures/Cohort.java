package org.crossborough.programme.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What figures are asked about.
 *
 * @param from the first day
 * @param to the last day
 * @param boroughCode the referring borough; every borough where it is null
 * @param thresholdMinutes the countable minutes of M-12
 * @param today what counts as past
 */
record Cohort(
    LocalDate from,
    LocalDate to,
    @Nullable String boroughCode,
    int thresholdMinutes,
    LocalDate today) {}
