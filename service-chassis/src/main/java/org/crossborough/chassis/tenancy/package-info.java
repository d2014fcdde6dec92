/** The borough every database transaction is bound to. */
@NullMarked
package org.crossborough.chassis.tenancy;

import org.jspecify.annotations.NullMarked;
