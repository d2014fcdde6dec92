/** Answers that stay the same when a request is repeated under one key. */
@NullMarked
package org.crossborough.chassis.idempotency;

import org.jspecify.annotations.NullMarked;
