package org.crossborough.referral.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of the form can be put right, by their path in it. Not among them: what a referral
 * is known by (its reference, its borough, its screening, its day) and what the man agreed to.
 */
final class AmendableField {

  static final Set<String> PATHS =
      Stream.concat(
              Stream.of(
                  "commissioningBoroughCode",
                  "referrerType",
                  "referrerOrganisation",
                  "referrerOrganisationId",
                  "referrerName",
                  "referrerContact",
                  "treatmentProvider",
                  "treatmentProviderId",
                  "treatmentEpisodeRef",
                  "keyworker",
                  "mainSubstance",
                  "mandate",
                  "orders",
                  "riskToStaff",
                  "riskNotes",
                  "adjustments"),
              Stream.of(
                      of("client", "givenName", "familyName", "dateOfBirth", "sex", "phone"),
                      of("client", "postcode", "residenceBoroughCode", "nhsNumber", "email"),
                      of("client", "address"),
                      of("children", "inContact", "cpPlan", "cinPlan", "socialWorkerOrg"),
                      of("interpreter", "needed", "language"),
                      of("equality", "ethnicity", "sexualOrientation", "religion"),
                      of("equality", "disabilities", "genderSameAsRegistered"))
                  .flatMap(List::stream))
          .collect(Collectors.toUnmodifiableSet());

  private AmendableField() {}

  private static List<String> of(String section, String... names) {
    return Stream.of(names).map(name -> section + "." + name).toList();
  }

  /** The value of a field; null when there is none. */
  static @Nullable JsonNode in(JsonNode form, String path) {
    JsonNode found = form.at("/" + path.replace('.', '/'));
    return found.isMissingNode() || found.isNull() ? null : found;
  }

  /** Puts a value into a field, or takes it out; a section without fields disappears. */
  static void put(ObjectNode form, String path, @Nullable JsonNode value) {
    int dot = path.indexOf('.');
    String name = path.substring(dot + 1);
    ObjectNode section = dot < 0 ? form : form.withObjectProperty(path.substring(0, dot));
    if (value == null || value.isNull()) {
      var _ = section.remove(name);
    } else {
      var _ = section.set(name, value);
    }
    if (dot >= 0 && section.isEmpty()) {
      var _ = form.remove(path.substring(0, dot));
    }
  }
}
