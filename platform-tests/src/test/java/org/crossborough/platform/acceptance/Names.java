package org.crossborough.platform.acceptance;

import java.util.UUID;

/** Names that no other test, and no earlier run on the same platform, has used. */
final class Names {

  private Names() {}

  static String unique(String prefix) {
    return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
