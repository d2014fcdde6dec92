/**
 * What a referrer is told of a man's progress. Nothing here can say why he is, or was, under
 * review.
 */
@NullMarked
package org.crossborough.programme.report;

import org.jspecify.annotations.NullMarked;
