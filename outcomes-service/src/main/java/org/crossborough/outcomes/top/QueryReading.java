package org.crossborough.outcomes.top;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.form.TopForm;
import org.crossborough.outcomes.pairing.Stage;
import org.jspecify.annotations.Nullable;

/** Reads what a list is asked for, and says what of it cannot be. */
final class QueryReading {

  private static final int USUAL_PAGE = 20;

  private final List<Violation> violations = new ArrayList<>();

  @Nullable UUID id(String field, @Nullable String id) {
    if (id == null) {
      return null;
    }
    if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      violations.add(new Violation(field, "FORMAT", "must be an id"));
      return null;
    }
    return UUID.fromString(id);
  }

  @Nullable Stage stage(@Nullable String name) {
    if (name == null) {
      return null;
    }
    for (Stage stage : Stage.values()) {
      if (stage.name().equals(name)) {
        return stage;
      }
    }
    violations.add(new Violation("stage", "UNKNOWN", "is no stage"));
    return null;
  }

  @Nullable LocalDate day(String field, @Nullable String day) {
    if (day == null) {
      return null;
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException illegible) {
      violations.add(new Violation(field, "FORMAT", "must be a date such as 2026-02-01"));
      return null;
    }
  }

  @Nullable String text(String field, @Nullable String text) {
    if (text != null && !text.matches(TopForm.REFERENCE)) {
      violations.add(new Violation(field, "FORMAT", "is none that could be there"));
      return null;
    }
    return text;
  }

  int limit(@Nullable String limit) {
    if (limit == null) {
      return USUAL_PAGE;
    }
    boolean number = limit.matches("[0-9]{1,3}");
    int size = number ? Integer.parseInt(limit) : 0;
    if (size < 1 || size > Page.MAXIMUM) {
      violations.add(new Violation("limit", "OUT_OF_RANGE", "must be from 1 to " + Page.MAXIMUM));
      return USUAL_PAGE;
    }
    return size;
  }

  /** Refuses when anything was wrong. */
  void refuse() {
    if (!violations.isEmpty()) {
      throw RequestProblem.INVALID.of(violations);
    }
  }
}
