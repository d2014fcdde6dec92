/**
 * Which service answers under which path, and what crosses the border between outside and inside.
 */
@NullMarked
package org.crossborough.gateway.routing;

import org.jspecify.annotations.NullMarked;
