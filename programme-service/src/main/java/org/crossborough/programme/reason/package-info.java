/** Why a man is away from the programme, or left it. */
@NullMarked
package org.crossborough.programme.reason;

import org.jspecify.annotations.NullMarked;
