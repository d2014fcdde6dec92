package org.crossborough.platform.conformance;

import java.util.function.BooleanSupplier;

/**
 * One thing that an integration must get right.
 *
 * @param area what it belongs to, such as {@code idempotency}
 * @param points what it counts for
 */
record Check(String area, String what, int points, BooleanSupplier holds) {}
