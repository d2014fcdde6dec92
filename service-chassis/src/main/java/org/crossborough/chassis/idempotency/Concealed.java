package org.crossborough.chassis.idempotency;

/**
 * A text whose written form is always the same, so that nothing gives it away. Two requests that
 * differ in it alone are two requests all the same: {@link ConcealedDigest} tells them apart.
 */
public interface Concealed {

  /** The text itself. */
  String reveal();
}
