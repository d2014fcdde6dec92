/** What is needed once before the services start on servers that somebody else runs. */
@NullMarked
package org.crossborough.local.provision;

import org.jspecify.annotations.NullMarked;
