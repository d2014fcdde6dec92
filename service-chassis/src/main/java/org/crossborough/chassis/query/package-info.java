/** How the services ask their database in SQL of its own. */
@org.jspecify.annotations.NullMarked
package org.crossborough.chassis.query;
