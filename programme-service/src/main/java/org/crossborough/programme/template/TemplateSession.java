package org.crossborough.programme.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session as designed.
 *
 * @param index its place, counted from 1
 * @param phase the stretch of the programme it belongs to
 */
@Schema(name = "TemplateSession")
public record TemplateSession(
    @Min(1) @Max(200) int index,
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String phase,
    @NotNull @Size(min = 1, max = 20) List<@Valid @NotNull SessionPart> parts) {}
