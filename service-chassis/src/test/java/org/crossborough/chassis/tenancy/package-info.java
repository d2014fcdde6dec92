@NullMarked
package org.crossborough.chassis.tenancy;

import org.jspecify.annotations.NullMarked;
