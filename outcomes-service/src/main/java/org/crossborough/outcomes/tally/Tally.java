package org.crossborough.outcomes.tally;

import org.jspecify.annotations.Nullable;

/**
 * One exact figure.
 *
 * @param metric the catalogue id, such as {@code M-08}
 * @param variant which of a metric's several figures; null for a metric that has one
 * @param group what it was told apart by; empty when nothing was told apart
 */
public record Tally(String metric, @Nullable String variant, String group, Figure figure) {}
