package org.crossborough.programme.template;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a session that is about one thing.
 *
 * @param minutes without breaks, 1 to 720
 * @param countable whether they count towards violence hours
 */
@Schema(name = "SessionPart")
public record SessionPart(
    @Min(1) @Max(720) int minutes,
    boolean countable,
    @NotNull ModuleCode moduleCode,
    @NotNull @Size(max = 5) List<@NotNull ApproachTag> approachTags) {

  /** The minutes of all parts. */
  public static int minutes(List<SessionPart> parts) {
    return parts.stream().mapToInt(SessionPart::minutes).sum();
  }

  /** The minutes of those parts that count. */
  public static int countableMinutes(List<SessionPart> parts) {
    return minutes(parts.stream().filter(SessionPart::countable).toList());
  }

  /** What the parts are about, each once, in their order. */
  public static List<String> moduleCodes(List<SessionPart> parts) {
    return parts.stream().map(part -> part.moduleCode().name()).distinct().toList();
  }
}
