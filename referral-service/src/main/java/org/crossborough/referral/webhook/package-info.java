/** Telling borough systems of changes: subscriptions, deliveries, and sending them. */
@NullMarked
package org.crossborough.referral.webhook;

import org.jspecify.annotations.NullMarked;
