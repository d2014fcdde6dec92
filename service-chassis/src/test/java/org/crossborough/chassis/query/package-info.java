@NullMarked
package org.crossborough.chassis.query;

import org.jspecify.annotations.NullMarked;
