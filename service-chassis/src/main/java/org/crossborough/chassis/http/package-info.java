/** What every HTTP answer has: versions, pages, correlation ids. */
@NullMarked
package org.crossborough.chassis.http;

import org.jspecify.annotations.NullMarked;
