/** Who is who between the processes of one platform. */
@NullMarked
package org.crossborough.local.tls;

import org.jspecify.annotations.NullMarked;
