package org.crossborough.referral.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.crossborough.referral.duplicate.PersonTokens.Man;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTokensTest {

  private static final LocalDate BORN = LocalDate.parse("1985-03-02");
  private static final PersonTokens TOKENS = new PersonTokens("a-key-that-is-used-in-this-test-1");

  @ParameterizedTest
  @CsvSource({"DEMO, EXAMPLE", "Démo, Exámple", "demo, exam-ple", "' Demo', 'Ex''ample'"})
  void another_way_of_writing_makes_the_same_tokens_or_the_same_sound(String given, String family) {
    Map<TokenKind, byte[]> one = TOKENS.of(man("Demo", "Example", null));
    Map<TokenKind, byte[]> other = TOKENS.of(man(given, family, null));

    assertThat(other.get(TokenKind.SOUND_AND_BIRTH)).isEqualTo(one.get(TokenKind.SOUND_AND_BIRTH));
    if (!family.contains("-")) {
      assertThat(other.get(TokenKind.NAME_AND_BIRTH)).isEqualTo(one.get(TokenKind.NAME_AND_BIRTH));
    }
  }

  @ParameterizedTest
  @CsvSource({"Stephens, Stevens", "Mohammed, Muhamad", "Clarke, Clark", "Smith, Smyth"})
  void names_that_sound_alike_match_weakly_and_not_strongly(String one, String other) {
    Map<TokenKind, byte[]> first = TOKENS.of(man("Demo", one, null));
    Map<TokenKind, byte[]> second = TOKENS.of(man("Daniel", other, null));

    assertThat(second.get(TokenKind.SOUND_AND_BIRTH))
        .isEqualTo(first.get(TokenKind.SOUND_AND_BIRTH));
    assertThat(second.get(TokenKind.NAME_AND_BIRTH))
        .isNotEqualTo(first.get(TokenKind.NAME_AND_BIRTH));
    assertThat(TokenKind.SOUND_AND_BIRTH.strength()).isEqualTo(TokenKind.Strength.WEAK);
  }

  @Test
  void the_nhs_number_is_a_token_of_its_own_when_it_is_known() {
    assertThat(TOKENS.of(man("Demo", "Example", null))).doesNotContainKey(TokenKind.NHS_NUMBER);
    assertThat(TOKENS.of(man("Demo", "Example", "9434765919")).get(TokenKind.NHS_NUMBER))
        .isEqualTo(TOKENS.of(man("Another", "Name", "9434765919")).get(TokenKind.NHS_NUMBER));
  }

  @Property(tries = 200)
  void case_makes_no_other_token(
      @ForAll @AlphaChars String given, @ForAll @AlphaChars String family) {
    assertThat(TOKENS.of(man(given.toUpperCase(Locale.ROOT), family, null)))
        .usingRecursiveComparison()
        .isEqualTo(TOKENS.of(man(given, family.toUpperCase(Locale.ROOT), null)));
  }

  @Property(tries = 200)
  void another_birthday_is_another_man(
      @ForAll @AlphaChars @StringLength(min = 1) String name, @ForAll boolean strong) {
    TokenKind kind = strong ? TokenKind.NAME_AND_BIRTH : TokenKind.SOUND_AND_BIRTH;
    Map<TokenKind, byte[]> one = TOKENS.of(man(name, name, null));
    Map<TokenKind, byte[]> other = TOKENS.of(new Man(name, name, BORN.plusDays(1), null));

    if (one.containsKey(kind)) {
      assertThat(other.get(kind)).isNotEqualTo(one.get(kind));
    }
  }

  @Property(tries = 200)
  void what_belongs_to_the_given_name_is_not_taken_for_the_family_name(
      @ForAll @AlphaChars @StringLength(min = 1) String one,
      @ForAll @AlphaChars @StringLength(min = 1) String two,
      @ForAll @AlphaChars @StringLength(min = 1) String three) {
    assertThat(TOKENS.of(man(one + two, three, null)).get(TokenKind.NAME_AND_BIRTH))
        .isNotEqualTo(TOKENS.of(man(one, two + three, null)).get(TokenKind.NAME_AND_BIRTH));
  }

  @Test
  void another_key_makes_other_tokens_and_none_of_them_says_the_name() {
    PersonTokens others = new PersonTokens("another-key-that-is-used-in-a-test");
    Man man = man("Demo", "Example", "9434765919");

    TOKENS
        .of(man)
        .forEach((kind, token) -> {
          assertThat(others.of(man).get(kind)).isNotEqualTo(token);
          assertThat(token).hasSize(32);
          assertThat(new String(token, StandardCharsets.ISO_8859_1)).doesNotContain("example");
        });
  }

  @Test
  void a_short_key_is_no_key() {
    assertThatThrownBy(() -> new PersonTokens("short"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Man man(String given, String family, @Nullable String nhsNumber) {
    return new Man(given, family, BORN, nhsNumber);
  }
}
