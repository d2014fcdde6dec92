package org.crossborough.referral.person;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An NHS number: ten digits, the last of which checks the others (modulus 11). */
@Documented
@Constraint(validatedBy = NhsNumber.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface NhsNumber {

  /** What the sender is told. */
  String message() default "is not an NHS number";

  /** Unused; the specification asks for it. */
  Class<?>[] groups() default {};

  /** Unused; the specification asks for it. */
  Class<? extends Payload>[] payload() default {};

  /** The modulus 11 check. */
  final class Check implements ConstraintValidator<NhsNumber, @Nullable String> {

    private static final int DIGITS = 10;

    @Override
    public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
      return number == null || holds(number);
    }

    static boolean holds(String number) {
      if (!number.matches("[0-9]{" + DIGITS + "}")) {
        return false;
      }
      int sum = 0;
      for (int i = 0; i < DIGITS - 1; i++) {
        sum += (DIGITS - i) * (number.charAt(i) - '0');
      }
      // A remainder of 1 would need the digit 10: such numbers are not issued.
      int check = (11 - sum % 11) % 11;
      return check == number.charAt(DIGITS - 1) - '0';
    }
  }
}
