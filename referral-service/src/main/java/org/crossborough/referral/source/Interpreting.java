package org.crossborough.referral.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.crossborough.referral.form.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the man needs an interpreter, and for which language.
 *
 * @param language a code of ISO 639, such as {@code bn} for Bengali or {@code bfi} for British Sign
 *     Language; required when one is needed
 */
@Embeddable
public record Interpreting(
    @Column(name = "interpreter_needed") @NotNull @Enumerated(EnumType.STRING) Answer needed,
    @Column(name = "interpreter_language")
        @Nullable @Pattern(regexp = "[a-z]{2,3}", message = "is no language code") String language) {}
