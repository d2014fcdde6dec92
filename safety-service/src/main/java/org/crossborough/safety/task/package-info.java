/** What has to be done about a survivor next, raised by what happens on the man's side. */
@NullMarked
package org.crossborough.safety.task;

import org.jspecify.annotations.NullMarked;
