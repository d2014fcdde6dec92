package org.crossborough.referral.upkeep;

import java.util.List;
import java.util.UUID;

/**
 * What a feature keeps up to date behind a referral. Called after the commit of a change, with
 * every borough in sight, inside a transaction of its own, at least once for each change; it works
 * from what the tables now say, so that a repeat does no harm.
 */
public interface Upkeep {

  /** Brings up to date what is kept for these referrals, at most a few hundred of them. */
  void of(List<UUID> referralIds);
}
