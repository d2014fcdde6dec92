/** Which two outcome records of a man make a pair around his programme. */
@NullMarked
package org.crossborough.outcomes.pairing;

import org.jspecify.annotations.NullMarked;
