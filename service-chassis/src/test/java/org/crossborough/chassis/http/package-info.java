@NullMarked
package org.crossborough.chassis.http;

import org.jspecify.annotations.NullMarked;
