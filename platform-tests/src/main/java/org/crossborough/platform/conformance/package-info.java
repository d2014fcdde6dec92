/** What a borough's developer runs against a sandbox before asking for the real thing. */
@NullMarked
package org.crossborough.platform.conformance;

import org.jspecify.annotations.NullMarked;
