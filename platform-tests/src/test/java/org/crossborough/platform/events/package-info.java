/** The catalogue of events, and its page in the documentation. */
@NullMarked
package org.crossborough.platform.events;

import org.jspecify.annotations.NullMarked;
