package org.crossborough.gateway.refusal;

/** Carries a {@link Refusal} to where it is answered; it has no stack, because it is no fault. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  public Refused(Refusal refusal) {
    super(refusal.type(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
