/** What the description of the API says of many operations alike. */
@NullMarked
package org.crossborough.referral.description;

import org.jspecify.annotations.NullMarked;
