/** M-28: how many men of each protected characteristic, all of London together. */
@NullMarked
package org.crossborough.outcomes.equality;

import org.jspecify.annotations.NullMarked;
