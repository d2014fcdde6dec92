/** What may be shown of a count without showing a person; free of any framework. */
@NullMarked
package org.crossborough.outcomes.disclosure;

import org.jspecify.annotations.NullMarked;
