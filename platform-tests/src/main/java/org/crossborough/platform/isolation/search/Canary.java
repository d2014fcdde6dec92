package org.crossborough.platform.isolation.search;

/**
 * A text that exists once in the world.
 *
 * @param field where it was planted, for the report; the text itself is never printed
 */
public record Canary(String field, String text) {

  @Override
  public String toString() {
    return field;
  }
}
