package org.crossborough.platform.isolation.search;

/**
 * A canary that was found.
 *
 * @param end how many bytes of the place had been read when it was complete
 */
public record Sighting(Canary canary, Encoding encoding, long end) {

  @Override
  public String toString() {
    return "%s as %s, before byte %d".formatted(canary, encoding, end);
  }
}
