/**
 * What the support side must hear of within seconds: concerns about attendance, and disclosures.
 */
@NullMarked
package org.crossborough.programme.concern;

import org.jspecify.annotations.NullMarked;
