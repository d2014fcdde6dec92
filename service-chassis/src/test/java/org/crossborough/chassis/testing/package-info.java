/** What every service's own tests stand on: real infrastructure, real tokens, the real wire. */
@NullMarked
package org.crossborough.chassis.testing;

import org.jspecify.annotations.NullMarked;
