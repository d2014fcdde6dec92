@NullMarked
package org.crossborough.chassis.outbox;

import org.jspecify.annotations.NullMarked;
