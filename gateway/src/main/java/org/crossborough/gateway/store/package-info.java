/** The small database that the gateway's processes share: allowances, proofs seen, sessions. */
@NullMarked
package org.crossborough.gateway.store;

import org.jspecify.annotations.NullMarked;
