/** Journeys through the whole running platform. */
@NullMarked
package org.crossborough.platform.acceptance;

import org.jspecify.annotations.NullMarked;
