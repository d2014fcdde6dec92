/** What of the programme a man has been through, and what he still has to make up. */
@NullMarked
package org.crossborough.programme.coverage;

import org.jspecify.annotations.NullMarked;
