/** By what a person at risk can be found, without anybody being able to read it. */
@NullMarked
package org.crossborough.safety.blindindex;

import org.jspecify.annotations.NullMarked;
