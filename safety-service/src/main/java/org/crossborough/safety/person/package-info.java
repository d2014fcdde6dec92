/**
 * What is known of a person at risk by now: each change a whole new version, sealed under her key.
 */
@NullMarked
package org.crossborough.safety.person;

import org.jspecify.annotations.NullMarked;
