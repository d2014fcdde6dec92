package org.crossborough.referral.exception;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.form.Occasion;

/**
 * Who agreed to something, and when.
 *
 * @param subject tells persons apart, as a name does not: the identity provider's own number
 */
@Embeddable
record Signature(String name, String subject, Instant at) {

  static Signature of(Caller caller, Occasion occasion) {
    return new Signature(occasion.by(), caller.subject(), occasion.at());
  }

  boolean isOfTheSamePersonAs(Signature other) {
    return subject.equals(other.subject);
  }
}
