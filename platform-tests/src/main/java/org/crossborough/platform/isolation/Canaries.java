package org.crossborough.platform.isolation;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossborough.platform.driver.PersonAtRisk;
import org.crossborough.platform.driver.PersonAtRisk.ContactPoint;
import org.crossborough.platform.isolation.search.Canary;

/**
 * Generated texts that stand for what a survivor entrusts, each kept so that it can be looked for.
 * Numbers are of the ranges kept for fiction, postcodes of the area that no address has.
 */
final class Canaries {

  /** Begins the name of every field that only the survivor side has seen in clear. */
  static final String SEALED = "sealed, ";

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int TOKEN = 24;
  private static final int LONG_DIGITS = 14;

  /** So much of a text is looked for, so that a copy that was cut short is found too. */
  private static final int TELLING = 16;

  private final RandomGenerator random;
  private final Queue<Canary> planted = new ConcurrentLinkedQueue<>();

  Canaries(RandomGenerator random) {
    this.random = random;
  }

  /** Everything planted so far. */
  List<Canary> planted() {
    return List.copyOf(planted);
  }

  /** Letters that nobody has used before, for any text. */
  String word(String field) {
    return remembered(field, drawn(LETTERS, TOKEN));
  }

  /**
   * Somebody at risk like {@code standIn}, with a canary in every text, whose case will be read.
   */
  PersonAtRisk person(PersonAtRisk standIn) {
    return person("", standIn.relationship(), standIn.boroughCode());
  }

  /** Somebody whose case nobody will read. */
  PersonAtRisk unreadPerson(String boroughCode) {
    return person(SEALED, "EX_PARTNER", boroughCode);
  }

  private PersonAtRisk person(String seen, String relationship, String boroughCode) {
    return new PersonAtRisk(
        relationship,
        "Zoë " + word(seen + "name"),
        List.of(
            point("PHONE", phone(seen + "phone", "07700 900")),
            point("SMS", phone(seen + "SMS number", "+44 7700 900")),
            point("EMAIL", word(seen + "e-mail") + "@example.org"),
            point("POST", "Flat 3, %s House, %s".formatted(word(seen + "address"), postcode(seen))),
            point("THIRD_PARTY", thirdParty(seen))),
        boroughCode);
  }

  private static ContactPoint point(String type, String value) {
    return new ContactPoint(type, value, "UNKNOWN");
  }

  private String phone(String field, String start) {
    // Numbers up to 099 belong to the demo stories.
    return remembered(field, start + random.nextInt(100, 1_000));
  }

  private String postcode(String seen) {
    return remembered(
        seen + "postcode", "ZZ99 " + random.nextInt(1, 10) + drawn("ABDEFGHJLNPQRSTUWXYZ", 2));
  }

  private String thirdParty(String seen) {
    String extension = remembered(seen + "extension", drawn("123456789", LONG_DIGITS));
    return "%s, extension %s".formatted(word(seen + "third party"), extension);
  }

  private String drawn(String alphabet, int length) {
    return IntStream.range(0, length)
        .mapToObj(_ -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
        .collect(Collectors.joining());
  }

  private String remembered(String field, String text) {
    planted.add(new Canary(field, text.substring(0, Math.min(TELLING, text.length()))));
    return text;
  }
}
