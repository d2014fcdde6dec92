/** What other services and callers rely on: events and the API description. */
@NullMarked
package org.crossborough.programme.contract;

import org.jspecify.annotations.NullMarked;
