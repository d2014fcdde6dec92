package org.crossborough.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever wants to get a contact through will not write it plainly. */
class DisguisedContactDetailsTest {

  private static final List<String> GAPS =
      List.of("", " ", "-", ".", "_", " - ", "/", "\u200b", "\n");
  private static final List<String> ZEROS = List.of("0", "０", "٠", "०", "𝟎");
  private static final List<String> WORDS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  @Property(tries = 2000)
  void a_telephone_number_is_found_whatever_is_between_its_digits(
      @ForAll("numbers") String number,
      @ForAll("gaps") String gap,
      @ForAll("before") String before) {
    String written = number.chars().mapToObj(Character::toString).collect(Collectors.joining(gap));

    assertThat(ContactDetails.in(before + " " + written + " after six")).as(written).isTrue();
  }

  @Property(tries = 2000)
  void a_telephone_number_is_found_in_the_digits_of_any_script_and_in_words(
      @ForAll("numbers") String number, @ForAll Random random) {
    String zero = ZEROS.get(random.nextInt(ZEROS.size()));
    String digits =
        number
            .chars()
            .mapToObj(c -> Character.toString(zero.codePointAt(0) + (c - '0')))
            .collect(Collectors.joining());
    String words =
        number.chars().mapToObj(c -> WORDS.get(c - '0')).collect(Collectors.joining(" "));

    assertThat(ContactDetails.in("his number: " + digits)).as(digits).isTrue();
    assertThat(ContactDetails.in("his number: " + words)).as(words).isTrue();
  }

  @Property(tries = 2000)
  void a_postcode_is_found_in_any_case_and_with_gaps(
      @ForAll("postcodes") String postcode, @ForAll Random random) {
    String cased = random.nextBoolean() ? postcode : postcode.toLowerCase(Locale.ROOT);
    String gap = List.of("", " ", "-", ".").get(random.nextInt(4));
    String written =
        cased
            .replace(" ", "")
            .chars()
            .mapToObj(Character::toString)
            .collect(Collectors.joining(gap));

    assertThat(ContactDetails.in("lives in " + cased + ", top floor")).as(cased).isTrue();
    assertThat(ContactDetails.in("lives in " + written + ", top floor")).as(written).isTrue();
  }

  @Property(tries = 2000)
  void an_e_mail_address_is_found_with_its_signs_in_words(
      @ForAll("names") String name,
      @ForAll("names") String host,
      @ForAll("ats") String at,
      @ForAll("dots") String dot) {
    String written = name + at + host + dot + "com";

    assertThat(ContactDetails.in("write to " + written + " please")).as(written).isTrue();
  }

  @Property(tries = 2000)
  void notes_made_of_words_days_and_small_numbers_pass(@ForAll("notes") String note) {
    assertThat(ContactDetails.in(note)).as(note).isFalse();
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> mobile = Arbitraries.strings().numeric().ofLength(9).map(d -> "07" + d);
    Arbitrary<String> london = Arbitraries.strings().numeric().ofLength(8).map(d -> "020" + d);
    return Arbitraries.oneOf(mobile, london);
  }

  @Provide
  Arbitrary<String> gaps() {
    return Arbitraries.of(GAPS);
  }

  @Provide
  Arbitrary<String> before() {
    return Arbitraries.of("", "ring", "his mum's is", "Tel:", "number?");
  }

  @Provide
  Arbitrary<String> postcodes() {
    Arbitrary<String> area =
        Arbitraries.of("N", "E", "W", "NW", "SE", "SW", "CR", "BR", "EN", "HA", "IG", "KT", "UB");
    Arbitrary<Integer> district = Arbitraries.integers().between(1, 28);
    Arbitrary<Integer> sector = Arbitraries.integers().between(0, 9);
    Arbitrary<String> unit = Arbitraries.strings().withChars("ABDEFGHJLNPQRSTUWXYZ").ofLength(2);
    return Combinators.combine(area, district, sector, unit)
        .as((a, d, s, u) -> a + d + " " + s + u);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(2).ofMaxLength(10);
  }

  @Provide
  Arbitrary<String> ats() {
    return Arbitraries.of("@", " @ ", " at ", "(at)", " (at) ", "[at]", " [ at ] ", " AT ");
  }

  @Provide
  Arbitrary<String> dots() {
    return Arbitraries.of(".", " dot ", "(dot)", " [dot] ", " DOT ");
  }

  @Provide
  Arbitrary<String> notes() {
    return Arbitraries.of(
            "he",
            "attended",
            "the group",
            "at the centre",
            "twice",
            "on 05/01/2026",
            "at 10:30",
            "drinks 40 units",
            "5 days in 7",
            "since 2019",
            "with 2 children",
            "denies",
            "it.",
            "AUDIT 24,",
            "one",
            "of",
            "three",
            "sessions",
            "2026-01-12",
            "in",
            "Islington;")
        .list()
        .ofMinSize(1)
        .ofMaxSize(20)
        // A word between, as in prose: numbers alone in a row are a telephone number's look.
        .map(words -> String.join(" and ", words));
  }
}
