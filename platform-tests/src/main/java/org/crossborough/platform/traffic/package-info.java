/** What is asked of a platform under test, once each, and what its senders know of it. */
@NullMarked
package org.crossborough.platform.traffic;

import org.jspecify.annotations.NullMarked;
