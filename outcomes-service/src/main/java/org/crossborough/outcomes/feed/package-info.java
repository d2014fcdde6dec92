/** What commissioners pull: released lines as pages and files, asked for again at little cost. */
@NullMarked
package org.crossborough.outcomes.feed;

import org.jspecify.annotations.NullMarked;
