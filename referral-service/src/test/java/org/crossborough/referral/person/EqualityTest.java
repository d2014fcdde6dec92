package org.crossborough.referral.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.referral.form.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualityTest {

  private static final LocalDate BORN = LocalDate.parse("1985-03-02");

  @ParameterizedTest
  @CsvSource({
    "WHITE_BRITISH, A",
    "WHITE_IRISH, B",
    "WHITE_GYPSY_OR_IRISH_TRAVELLER, C",
    "WHITE_ROMA, C",
    "WHITE_OTHER, C",
    "MIXED_WHITE_AND_BLACK_CARIBBEAN, D",
    "MIXED_WHITE_AND_BLACK_AFRICAN, E",
    "MIXED_WHITE_AND_ASIAN, F",
    "MIXED_OTHER, G",
    "ASIAN_INDIAN, H",
    "ASIAN_PAKISTANI, J",
    "ASIAN_BANGLADESHI, K",
    "ASIAN_OTHER, L",
    "BLACK_CARIBBEAN, M",
    "BLACK_AFRICAN, N",
    "BLACK_OTHER, P",
    "ASIAN_CHINESE, R",
    "ARAB, S",
    "OTHER, S",
    "NOT_STATED, Z",
    "NOT_ASKED,"
  })
  void a_group_of_the_census_has_its_letter(Ethnicity group, String letter) {
    assertThat(group.ndtms()).isEqualTo(letter);
  }

  @Test
  void the_census_has_nineteen_groups_and_they_reach_every_letter() {
    assertThat(Ethnicity.values()).hasSize(19 + 2);
    assertThat(
            Arrays.stream(Ethnicity.values())
                .map(Ethnicity::ndtms)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            "ABCDEFGHJKLMNPRSZ".chars().mapToObj(Character::toString).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "2003-03-02, AGE_18_24",
    "2010-03-01, AGE_18_24",
    "2010-03-02, AGE_25_34",
    "2020-03-02, AGE_35_44",
    "2030-03-02, AGE_45_54",
    "2040-03-02, AGE_55_64",
    "2050-03-01, AGE_55_64",
    "2050-03-02, AGE_65_PLUS"
  })
  void a_band_begins_on_a_birthday(LocalDate day, AgeBand band) {
    assertThat(AgeBand.on(day, BORN)).isEqualTo(band);
  }

  @Test
  void there_is_no_band_for_a_child() {
    assertThatThrownBy(() -> AgeBand.on(LocalDate.parse("2003-03-01"), BORN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void bands_follow_age(@ForAll @IntRange(min = 18, max = 110) int age) {
    String band = AgeBand.on(BORN.plusYears(age), BORN).name();

    int from = Integer.parseInt(band.substring(4, 6));
    assertThat(age).isGreaterThanOrEqualTo(from);
    if (!band.endsWith("PLUS")) {
      assertThat(age).isLessThanOrEqualTo(Integer.parseInt(band.substring(7)));
    }
  }

  @Test
  void that_there_is_no_disability_stands_alone() {
    assertThat(codes(List.of(Disability.SIGHT, Disability.HEARING))).isEmpty();
    assertThat(codes(List.of(Disability.NONE))).isEmpty();
    assertThat(codes(List.of(Disability.SIGHT, Disability.NONE))).containsExactly("STANDS_ALONE");
    assertThat(codes(List.of(Disability.SIGHT, Disability.SIGHT))).containsExactly("REPEATED");
  }

  private static List<String> codes(List<Disability> disabilities) {
    Findings findings = new Findings();
    new Equality(null, null, null, disabilities, null).check(findings);
    return findings.all().stream().map(Violation::code).toList();
  }
}
