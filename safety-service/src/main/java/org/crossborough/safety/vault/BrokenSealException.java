package org.crossborough.safety.vault;

/** A sealed value was changed, or is not where it was sealed for. */
public final class BrokenSealException extends RuntimeException {

  BrokenSealException() {
    super("A sealed value is older than the one last known");
  }

  BrokenSealException(Throwable cause) {
    super("A sealed value does not belong where it was found", cause);
  }
}
