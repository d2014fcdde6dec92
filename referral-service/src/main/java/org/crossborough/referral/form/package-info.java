/** What the forms that callers send have in common. */
@NullMarked
package org.crossborough.referral.form;

import org.jspecify.annotations.NullMarked;
