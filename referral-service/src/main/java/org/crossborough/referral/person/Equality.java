package org.crossborough.referral.person;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.crossborough.referral.form.Answer;
import org.crossborough.referral.form.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Protected characteristics as the man stated them (docs/referral-form.md). What is absent was not
 * asked; figures count it as {@code NOT_ASKED}.
 *
 * @param disabilities one or more; {@code NONE}, {@code NOT_STATED} and {@code NOT_ASKED} stand
 *     alone
 * @param genderSameAsRegistered whether his gender is the one registered at birth
 */
@Embeddable
public record Equality(
    @Nullable @Enumerated(EnumType.STRING) Ethnicity ethnicity,
    @Nullable @Enumerated(EnumType.STRING) SexualOrientation sexualOrientation,
    @Nullable @Enumerated(EnumType.STRING) Religion religion,
    @Nullable @Size(min = 1, max = 11) @Column(columnDefinition = "text")
        @Convert(converter = Disabilities.class)
        List<@NotNull Disability> disabilities,
    @Nullable @Enumerated(EnumType.STRING) Answer genderSameAsRegistered) {

  private static final Set<Disability> ALONE =
      EnumSet.of(Disability.NONE, Disability.NOT_STATED, Disability.NOT_ASKED);

  /** What is wrong with it, beyond what its types say. */
  public void check(Findings findings) {
    if (disabilities == null) {
      return;
    }
    findings.when(
        disabilities.stream().distinct().count() < disabilities.size(),
        "equality.disabilities",
        "REPEATED",
        "names each once");
    findings.when(
        disabilities.size() > 1 && disabilities.stream().anyMatch(ALONE::contains),
        "equality.disabilities",
        "STANDS_ALONE",
        "NONE, NOT_STATED and NOT_ASKED stand alone");
  }
}
