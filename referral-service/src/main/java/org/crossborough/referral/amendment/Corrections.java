package org.crossborough.referral.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.referral.amendment.Amendment.Changed;
import org.crossborough.referral.amendment.AmendmentResource.Change;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.MissingContent;
import org.crossborough.referral.form.MissingContent.Fault;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.organisation.KnownOrganisations;
import org.crossborough.referral.source.DraftReferral;
import org.jspecify.annotations.Nullable;

/**
 * Applies changes to a form the way it was sent: as JSON, read again with the same types and
 * checked by the same rules. What was wrong with it before, by a rule that came later, is not held
 * against an amendment of something else.
 */
@ApplicationScoped
class Corrections {

  /** A form put right, and what that changed. */
  record Corrected(DraftReferral form, List<Changed> changed) {}

  private final ObjectMapper json;
  private final Validator validator;
  private final KnownOrganisations organisations;

  Corrections(ObjectMapper json, Validator validator, KnownOrganisations organisations) {
    this.json = json;
    this.validator = validator;
    this.organisations = organisations;
  }

  Corrected of(DraftReferral form, List<Change> changes, Occasion occasion) {
    ObjectNode before = json.valueToTree(form);
    ObjectNode after = before.deepCopy();
    changes.forEach(change -> AmendableField.put(after, change.field(), change.value()));
    DraftReferral corrected = read(after);
    requireTypes(form, corrected);
    requireRules(form, corrected, occasion);
    return new Corrected(corrected, changed(changes, before, json.valueToTree(corrected)));
  }

  /** Requires that what a referral is returned for can be amended, and is missing if it says so. */
  void requireMissing(DraftReferral form, List<MissingContent> missing) {
    JsonNode tree = json.valueToTree(form);
    Findings findings = new Findings();
    for (int i = 0; i < missing.size(); i++) {
      MissingContent item = missing.get(i);
      String path = "missing[" + i + "].";
      boolean amendable = AmendableField.PATHS.contains(item.field());
      findings.when(!amendable, path + "field", "NOT_AMENDABLE", "is no field that can be amended");
      findings.when(
          amendable
              && item.code() == Fault.MISSING
              && AmendableField.in(tree, item.field()) != null,
          path + "code",
          "NOT_MISSING",
          "the field has a value");
      findings.contactDetails(path + "note", item.note());
    }
    findings.refuse();
  }

  private DraftReferral read(ObjectNode form) {
    try {
      return json.treeToValue(form, DraftReferral.class);
    } catch (JsonProcessingException unreadable) {
      // Wrapped as the reader of bodies does, so that it is answered as in a new referral.
      throw new WebApplicationException(unreadable, Response.Status.BAD_REQUEST);
    }
  }

  private void requireTypes(DraftReferral before, DraftReferral after) {
    Set<String> known = new HashSet<>();
    validator.validate(before).forEach(violation -> known.add(identity(violation)));
    Set<ConstraintViolation<DraftReferral>> found = new HashSet<>(validator.validate(after));
    found.removeIf(violation -> known.contains(identity(violation)));
    if (!found.isEmpty()) {
      throw new ConstraintViolationException(found);
    }
  }

  private static String identity(ConstraintViolation<?> violation) {
    return violation.getPropertyPath() + " " + violation.getMessageTemplate();
  }

  private void requireRules(DraftReferral before, DraftReferral after, Occasion occasion) {
    List<Violation> found = new ArrayList<>(faults(after, occasion));
    found.removeAll(faults(before, occasion));
    if (!found.isEmpty()) {
      throw RequestProblem.INVALID.of(found);
    }
  }

  private List<Violation> faults(DraftReferral form, Occasion occasion) {
    Findings findings = form.findings(occasion);
    organisations.check(findings, form.organisations(), form.referralDay(occasion));
    return findings.all();
  }

  private static List<Changed> changed(List<Change> changes, JsonNode before, JsonNode after) {
    Findings findings = new Findings();
    List<Changed> changed = new ArrayList<>();
    for (Change change : changes) {
      JsonNode from = AmendableField.in(before, change.field());
      JsonNode to = AmendableField.in(after, change.field());
      findings.when(
          Objects.equals(from, to), change.field(), "UNCHANGED", "has this value already");
      changed.add(new Changed(change.field(), text(from), text(to)));
    }
    findings.refuse();
    return changed;
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null ? null : value.toString();
  }
}
