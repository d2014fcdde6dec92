/** Backups of the database servers, and the drill that loses and restores both. */
@NullMarked
package org.crossborough.platform.restore;

import org.jspecify.annotations.NullMarked;
