/**
 * Events that leave with the transaction that made them, in order, and are sent again when
 * forgotten.
 */
@NullMarked
package org.crossborough.chassis.outbox;

import org.jspecify.annotations.NullMarked;
