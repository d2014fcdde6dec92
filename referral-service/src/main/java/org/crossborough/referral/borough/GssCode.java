package org.crossborough.referral.borough;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The code of a London borough or of the City of London. */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "E090000(0[1-9]|[12][0-9]|3[0-3])")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface GssCode {

  /** What the sender is told. */
  String message() default "must be the GSS code of a London authority";

  /** Unused; the specification asks for it. */
  Class<?>[] groups() default {};

  /** Unused; the specification asks for it. */
  Class<? extends Payload>[] payload() default {};
}
