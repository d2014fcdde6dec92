package org.crossborough.gateway.store;

/** Says that the shared store is not asked for the moment; it has no stack, being no fault. */
public final class StoreAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreAway() {
    super("The shared store is away", null, false, false);
  }
}
