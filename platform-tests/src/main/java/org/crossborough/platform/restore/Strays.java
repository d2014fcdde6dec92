package org.crossborough.platform.restore;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossborough.local.RunningPlatform;
import org.crossborough.platform.oracle.Stores;

/**
 * Referrals that other services were told of and referral-service does not have: after a restore,
 * those of the window that was lost.
 */
public final class Strays {

  /** Who keeps what it was told of a referral: its database, then the ids that it was told. */
  private static final Map<String, String> TOLD =
      Map.of(
          "programme", "select referral_id::text from referral_milestone",
          "outcomes", "select referral_id::text from known_referral",
          "safety", "select id::text from known_referral where referring_borough_code is not null");

  private Strays() {}

  /** Prints each with who was told of it; exits with 0 when there is none, and with 1 else. */
  public static void main(String[] words) {
    if (words.length != 1) {
      System.err.println("Usage: Strays STATE-FOLDER");
      System.exit(2);
    }
    Map<String, Set<String>> strays = in(new Stores(RunningPlatform.start(Path.of(words[0]))));
    strays.forEach((id, told) -> System.out.println(id + "  " + String.join(" ", told)));
    System.out.printf("%d referrals that referral-service does not have%n", strays.size());
    System.exit(strays.isEmpty() ? 0 : 1);
  }

  /** Those who were told, by the id of a referral that is not there. */
  static Map<String, Set<String>> in(Stores stores) {
    Map<String, Set<String>> strays = new TreeMap<>();
    TOLD.forEach((service, ids) ->
        ids(stores, service, ids)
            .forEach(id -> strays.computeIfAbsent(id, _ -> new TreeSet<>()).add(service)));
    // Read after the copies: what is received meanwhile is there before anybody is told.
    strays.keySet().removeAll(ids(stores, "referral", "select id::text from referral"));
    return strays;
  }

  private static Set<String> ids(Stores stores, String service, String query) {
    return new HashSet<>(stores.read(service, query, row -> row.getString(1)));
  }
}
