/** What the gateway itself refuses, in the same form as the services do. */
@NullMarked
package org.crossborough.gateway.refusal;

import org.jspecify.annotations.NullMarked;
