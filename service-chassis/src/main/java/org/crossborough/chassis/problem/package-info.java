/** Refusals as {@code application/problem+json} (RFC 9457), with stable types and field codes. */
@NullMarked
package org.crossborough.chassis.problem;

import org.jspecify.annotations.NullMarked;
