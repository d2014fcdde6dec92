/** The days on which no session is planned. */
@NullMarked
package org.crossborough.programme.bankholiday;

import org.jspecify.annotations.NullMarked;
