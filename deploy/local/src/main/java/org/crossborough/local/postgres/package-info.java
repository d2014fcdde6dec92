/** The two PostgreSQL clusters, their databases and roles. */
@NullMarked
package org.crossborough.local.postgres;

import org.jspecify.annotations.NullMarked;
