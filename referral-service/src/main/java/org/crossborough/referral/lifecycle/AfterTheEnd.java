package org.crossborough.referral.lifecycle;

import java.util.UUID;
import org.crossborough.referral.form.Occasion;

/**
 * What a feature that keeps something beside a referral does once the referral has ended or got its
 * place; in the transaction of that move.
 */
public interface AfterTheEnd {

  /** The referral has ended, or got its place. */
  void of(UUID referralId, Occasion occasion);
}
