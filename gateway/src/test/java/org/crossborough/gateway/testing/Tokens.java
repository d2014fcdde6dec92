package org.crossborough.gateway.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.crossborough.local.TestInfrastructure;

/** Access tokens of the demo identities, from the real provider. */
public final class Tokens {

  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private Tokens() {}

  /** The token of a person ({@code demo-assessor}) or machine ({@code demo-borough-islington}). */
  public static String of(String name) {
    return KNOWN.computeIfAbsent(name, TestInfrastructure.shared()::tokenOf);
  }

  /** The token of a person who signs in through another client than usual. */
  public static String through(String user, String client) {
    return TestInfrastructure.shared().tokenOf(user, client);
  }

  /** A token that lives for one second. */
  public static String shortLived() {
    return TestInfrastructure.shared().tokenOf("demo-assessor", "demo-short-lived");
  }
}
