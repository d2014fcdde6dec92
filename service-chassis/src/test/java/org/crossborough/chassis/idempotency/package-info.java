@NullMarked
package org.crossborough.chassis.idempotency;

import org.jspecify.annotations.NullMarked;
