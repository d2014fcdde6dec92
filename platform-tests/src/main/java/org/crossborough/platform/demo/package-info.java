/** A story of generated, artificial men, played through the public API from referral to figures. */
@NullMarked
package org.crossborough.platform.demo;

import org.jspecify.annotations.NullMarked;
