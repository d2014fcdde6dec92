package org.crossborough.programme.template;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a man's absences are looked at; see docs/programmes.md for where the defaults come from.
 *
 * @param consecutiveUnauthorised absences without leave in a row, 1 to 10
 * @param totalUnauthorised absences without leave in all, 1 to 50
 */
@Schema(name = "AbsencePolicy")
public record AbsencePolicy(
    @Min(1) @Max(10) int consecutiveUnauthorised, @Min(1) @Max(50) int totalUnauthorised) {

  /** What holds where a programme says nothing else. */
  public static final AbsencePolicy USUAL = new AbsencePolicy(2, 3);
}
