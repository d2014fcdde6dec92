/** What a local platform remembers between commands: ports, passwords, files, environments. */
@NullMarked
package org.crossborough.local.state;

import org.jspecify.annotations.NullMarked;
