package org.crossborough.referral.webhook;

/** How a subscription fares. */
public enum SubscriptionState {
  /** Sent to. */
  ACTIVE,
  /** Stopped by its owner; what happens meanwhile is sent once it goes on. */
  PAUSED,
  /** Sent to, though several attempts in a row failed. */
  FAILING,
  /** Not sent to any more, since nothing arrived for too long; a replay revives it. */
  DEAD
}
