package org.crossborough.referral.form;

import jakarta.persistence.Converter;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something a referral was returned for.
 *
 * @param field its path in the form, such as {@code client.nhsNumber}
 * @param note what the coordinator adds for the referrer
 */
public record MissingContent(
    @NotBlank @Size(max = 64) String field,
    @NotNull Fault code,
    @Nullable @Size(min = 1, max = 300) String note) {

  /** What is the matter with a field. */
  @Schema(name = "MissingContentFault")
  public enum Fault {
    MISSING,
    UNCLEAR,
    INCORRECT
  }

  /** How the list is kept. */
  @Converter
  public static class AsJson extends JsonColumn<MissingContent> {
    AsJson() {
      super(MissingContent.class);
    }
  }
}
