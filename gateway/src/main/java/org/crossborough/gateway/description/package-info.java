/** The API description of the whole platform, and the page that shows it. */
@NullMarked
package org.crossborough.gateway.description;

import org.jspecify.annotations.NullMarked;
