/**
 * Messages to a survivor and letters to the man: types that have nothing in common, so that neither
 * can be taken for the other. Drafts only; nothing is sent by itself.
 */
@NullMarked
package org.crossborough.safety.letter;

import org.jspecify.annotations.NullMarked;
