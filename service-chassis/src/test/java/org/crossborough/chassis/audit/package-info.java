@NullMarked
package org.crossborough.chassis.audit;

import org.jspecify.annotations.NullMarked;
