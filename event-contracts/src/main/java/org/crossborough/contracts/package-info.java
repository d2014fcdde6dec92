/** What the services tell each other: thin facts in the past tense, their topics and wire names. */
@NullMarked
package org.crossborough.contracts;

import org.jspecify.annotations.NullMarked;
