@NullMarked
package org.crossborough.chassis.inbox;

import org.jspecify.annotations.NullMarked;
