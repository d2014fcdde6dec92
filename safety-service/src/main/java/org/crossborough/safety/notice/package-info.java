/** Which news of the programme a survivor wishes to have; nothing is ever sent by itself. */
@NullMarked
package org.crossborough.safety.notice;

import org.jspecify.annotations.NullMarked;
