/** The local platform: every server and service of Crossborough as processes of one machine. */
@NullMarked
package org.crossborough.local;

import org.jspecify.annotations.NullMarked;
