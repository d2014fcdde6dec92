@NullMarked
package org.crossborough.chassis.identity;

import org.jspecify.annotations.NullMarked;
