/** Tests of what must not be hidden among words. */
@NullMarked
package org.crossborough.chassis.text;

import org.jspecify.annotations.NullMarked;
