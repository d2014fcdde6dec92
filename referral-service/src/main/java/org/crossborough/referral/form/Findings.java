package org.crossborough.referral.form;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.chassis.text.ContactDetails;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, gathered so that the sender learns all of it at once. */
public final class Findings {

  private final List<Violation> violations = new ArrayList<>();

  /** Notes a fault when it is one. */
  public void when(boolean fault, String field, String code, String message) {
    if (fault) {
      violations.add(new Violation(field, code, message));
    }
  }

  /** Notes that a free text carries what would let somebody be reached. */
  public void contactDetails(String field, @Nullable String text) {
    when(
        ContactDetails.in(text),
        field,
        "CONTAINS_CONTACT_DETAILS",
        "must not carry a telephone number, a postcode or an e-mail address");
  }

  /** The refusal of a request for a single fault. */
  public static HttpProblem refusal(String field, String code, String message) {
    return RequestProblem.INVALID.of(List.of(new Violation(field, code, message)));
  }

  /** What was noted so far. */
  public List<Violation> all() {
    return List.copyOf(violations);
  }

  /** Refuses the form if anything was noted. */
  public void refuse() {
    if (!violations.isEmpty()) {
      throw RequestProblem.INVALID.of(all());
    }
  }
}
