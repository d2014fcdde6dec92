/** What may be written in words, and what must not be hidden among them. */
@NullMarked
package org.crossborough.chassis.text;

import org.jspecify.annotations.NullMarked;
