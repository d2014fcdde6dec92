/** An append-only record in which each entry seals the one before. */
@NullMarked
package org.crossborough.chassis.audit;

import org.jspecify.annotations.NullMarked;
