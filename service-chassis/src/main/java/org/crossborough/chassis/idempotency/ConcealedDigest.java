package org.crossborough.chassis.idempotency;

/**
 * What is kept of a {@link Concealed} text to compare a repeated request by: the same for the same
 * text, also after a restart, and no way back to it for whoever reads the database. A service that
 * conceals texts brings one.
 */
public interface ConcealedDigest {

  /** Keyed, since telephone numbers are few enough to be tried one by one. */
  byte[] of(String text);
}
