@NullMarked
package org.crossborough.chassis.problem;

import org.jspecify.annotations.NullMarked;
