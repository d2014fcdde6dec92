package org.crossborough.safety.atrisk;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a way to reach her may be used. Nothing is taken for safe that was not said to be: what is
 * unknown is unsafe for a voicemail, a text and post.
 *
 * @param safe whether she alone is reached there
 * @param verifiedBySurvivor whether she herself said so
 * @param safeVoicemail whether a message may be left
 * @param safeToText whether a text may be sent
 * @param safeToPost whether post may be sent
 * @param perpetratorHasAccess whether he can reach, open or answer it; then nothing is safe
 */
@Embeddable
@Schema(
    name = "PointMarks",
    examples =
        """
        {"safe":"YES","verifiedBySurvivor":true,"safeVoicemail":"NO","safeToText":"YES",
         "safeToPost":"NO","perpetratorHasAccess":"NO"}\
        """)
public record PointMarks(
    @NotNull @Enumerated(EnumType.STRING) PointSafety safe,
    boolean verifiedBySurvivor,
    @NotNull @Enumerated(EnumType.STRING) PointSafety safeVoicemail,
    @NotNull @Enumerated(EnumType.STRING) PointSafety safeToText,
    @NotNull @Enumerated(EnumType.STRING) PointSafety safeToPost,
    @NotNull @Enumerated(EnumType.STRING) PointSafety perpetratorHasAccess) {

  /** What is known of a point of which only this was told. */
  public static PointMarks told(PointSafety safe) {
    return new PointMarks(
        safe,
        false,
        PointSafety.UNKNOWN,
        PointSafety.UNKNOWN,
        PointSafety.UNKNOWN,
        PointSafety.UNKNOWN);
  }

  /** The same after somebody else was found there: no longer hers alone, whoever said it was. */
  PointMarks exposed() {
    return new PointMarks(
        PointSafety.NO, false, safeVoicemail, safeToText, safeToPost, perpetratorHasAccess);
  }
}
