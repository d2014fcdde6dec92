/** How the services ask their database in SQL of its own. */
@NullMarked
package org.crossborough.chassis.query;

import org.jspecify.annotations.NullMarked;
