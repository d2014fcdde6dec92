/** Where every request arrives, and what is asked of it before it goes anywhere. */
@NullMarked
package org.crossborough.gateway.door;

import org.jspecify.annotations.NullMarked;
