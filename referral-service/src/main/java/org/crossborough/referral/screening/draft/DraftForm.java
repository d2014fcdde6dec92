package org.crossborough.referral.screening.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossborough.referral.screening.RecordScreening;

/**
 * The form of a screening on its way to being complete. A draft's fields must be legible; whether
 * they are all there and agree with each other is asked of the completed form alone.
 */
@ApplicationScoped
class DraftForm {

  private final ObjectMapper json;
  private final Validator validator;

  DraftForm(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * A form to be kept.
   *
   * @throws ConstraintViolationException when a field that is there breaks its own rule
   */
  String kept(RecordScreening form) {
    Set<ConstraintViolation<RecordScreening>> broken =
        validator.validate(form).stream()
            .filter(violation -> !isAbsence(violation))
            .collect(Collectors.toSet());
    if (!broken.isEmpty()) {
      throw new ConstraintViolationException(broken);
    }
    try {
      return json.writeValueAsString(form);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A form that was read cannot be written", impossible);
    }
  }

  /** The fields that every screening needs and that are not there yet, in the order of names. */
  List<String> open(String kept) {
    return validator.validate(read(kept)).stream()
        .filter(DraftForm::isAbsence)
        .map(violation -> violation.getPropertyPath().toString())
        .sorted()
        .toList();
  }

  /**
   * The completed form.
   *
   * @throws ConstraintViolationException when fields are missing
   */
  RecordScreening complete(String kept) {
    RecordScreening form = read(kept);
    Set<ConstraintViolation<RecordScreening>> broken = validator.validate(form);
    if (!broken.isEmpty()) {
      throw new ConstraintViolationException(broken);
    }
    return form;
  }

  private RecordScreening read(String kept) {
    try {
      return json.readValue(kept, RecordScreening.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A draft cannot be read", damaged);
    }
  }

  private static boolean isAbsence(ConstraintViolation<?> violation) {
    Class<? extends Annotation> rule =
        violation.getConstraintDescriptor().getAnnotation().annotationType();
    return violation.getInvalidValue() == null && (rule == NotNull.class || rule == NotBlank.class);
  }
}
