package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.LongStream;
import org.crossborough.referral.testing.AnyReferralForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReferralFormComponentTest {

  private static final String PATH = "/v1/referrals";
  private static final ObjectMapper JSON = new ObjectMapper();

  static LongStream mixtures() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void any_mixture_of_sound_values_is_taken_and_read_back_as_it_was_sent(long seed)
      throws JsonProcessingException {
    ObjectNode form = AnyReferralForm.completing(aReferralForm(ISLINGTON), seed);

    String id = created(post(ISLINGTON, PATH, form));

    ObjectNode shown = (ObjectNode) JSON.readTree(get(COORDINATOR, id).asString());
    form.remove("consentToReferral");
    form.remove("confidentialityExplained");
    form.properties()
        .forEach(sent ->
            assertThat(shown.get(sent.getKey())).as(sent.getKey()).isEqualTo(sent.getValue()));
    for (String optional :
        new String[] {"orders", "children", "equality", "interpreter", "mandate"}) {
      assertThat(shown.has(optional)).as(optional).isEqualTo(form.has(optional));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "externalReference | \"07700 900123\" | externalReference | CONTAINS_CONTACT_DETAILS",
        "treatmentEpisodeRef | \"N1 1AA\" | treatmentEpisodeRef | CONTAINS_CONTACT_DETAILS",
        "referrerName | \"Demo 07700 900123\" | referrerName | CONTAINS_CONTACT_DETAILS",
        "referrerName | \"\" | referrerName | SIZE",
        "referrerName | null | referrerName | REQUIRED",
        "referrerContact | null | referrerContact | REQUIRED",
        "keyworker | null | keyworker | REQUIRED",
        "keyworker | \"  \" | keyworker | REQUIRED",
        "referrerContact | \"somewhere\" | referrerContact | PATTERN",
        "referrerOrganisation | \"clinic (at) example (dot) com\" | referrerOrganisation | CONTAINS_CONTACT_DETAILS",
        "treatmentProvider | \"Clinic, n1 1aa\" | treatmentProvider | CONTAINS_CONTACT_DETAILS",
        "keyworker | \"Demo, 0 7 7 0 0 9 0 0 1 2 3\" | keyworker | CONTAINS_CONTACT_DETAILS",
        "adjustments | \"text him: oh seven seven double oh nine double oh one two three\" | adjustments | CONTAINS_CONTACT_DETAILS",
        "riskNotes | \"٠٧٧٠٠٩٠٠١٢٣\" | riskNotes | CONTAINS_CONTACT_DETAILS",
        "orders | [{\"type\":\"SPO\",\"madeOn\":\"2999-01-01\"}] | orders[0].madeOn | IN_FUTURE",
        "orders | [{\"type\":\"SPO\",\"madeOn\":\"2025-01-02\",\"expiresOn\":\"2025-01-01\"}] | orders[0].expiresOn | BEFORE_START",
        "orders | [{\"type\":\"SPO\"}] | orders[0].madeOn | REQUIRED",
        "orders | [null] | orders[0].<list element> | REQUIRED",
        "children | {\"socialWorkerOrg\":\"ring 020 7946 0000\"} | children.socialWorkerOrg | CONTAINS_CONTACT_DETAILS",
        "interpreter | {\"needed\":\"YES\"} | interpreter.language | REQUIRED",
        "interpreter | {\"language\":\"bn\"} | interpreter.needed | REQUIRED",
        "interpreter | {\"needed\":\"YES\",\"language\":\"Bengali\"} | interpreter.language | PATTERN",
        "equality | {\"disabilities\":[\"SIGHT\",\"NONE\"]} | equality.disabilities | STANDS_ALONE",
        "equality | {\"disabilities\":[\"SIGHT\",\"SIGHT\"]} | equality.disabilities | REPEATED",
        "equality | {\"disabilities\":[]} | equality.disabilities | SIZE",
        "referrerOrganisationId | \"0197f3a0-1c00-7000-8000-00000000dead\" | referrerOrganisationId | UNKNOWN_ORGANISATION",
        "treatmentProviderId | \"0197f3a0-1c00-7000-8000-00000000dead\" | treatmentProviderId | UNKNOWN_ORGANISATION"
      })
  void a_broken_rule_names_field_and_code(String field, String value, String fault, String code)
      throws JsonProcessingException {
    ObjectNode form = aReferralForm(ISLINGTON);
    form.set(field, JSON.readTree(value));

    assertViolated(post(ISLINGTON, PATH, form), fault, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "givenName | Demo 07700 900123 | CONTAINS_CONTACT_DETAILS",
        "familyName | demo@example.invalid | CONTAINS_CONTACT_DETAILS",
        "phone | no phone | PATTERN",
        "email | nobody | PATTERN",
        "email | two@example.invalid, three@example.invalid | PATTERN",
        "address | 1 Demo Street 020 7946 0000 | CONTAINS_CONTACT_DETAILS",
        "dateOfBirth | 2999-01-01 | PAST"
      })
  void a_broken_rule_about_the_man_names_field_and_code(String field, String value, String code) {
    ObjectNode form = aReferralForm(ISLINGTON);
    ((ObjectNode) form.get("client")).put(field, value);

    Response answer = post(ISLINGTON, PATH, form);

    assertRefused(answer, 400, "request/invalid");
    assertThat(answer.jsonPath().getList("violations.field")).contains("client." + field);
    assertThat(answer.jsonPath().getList("violations.code")).contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "referrerName, 100",
    "keyworker, 100",
    "referrerOrganisation, 200",
    "treatmentProvider, 200",
    "adjustments, 1000",
    "riskNotes, 2000",
    "treatmentEpisodeRef, 64",
    "externalReference, 64"
  })
  void a_text_has_its_longest(String field, int longest) {
    ObjectNode form = aReferralForm(ISLINGTON);
    assertViolated(post(ISLINGTON, PATH, form.put(field, "x".repeat(longest + 1))), field, "SIZE");

    String id = created(post(ISLINGTON, PATH, form.put(field, unique(longest))));
    assertThat(get(ISLINGTON, id).jsonPath().getString(field)).hasSize(longest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mandate", "riskToStaff", "mainSubstance", "referrerType"})
  void a_code_that_does_not_exist_is_unreadable(String field) {
    Response answer = post(ISLINGTON, PATH, aReferralForm(ISLINGTON).put(field, "TEA"));

    assertRefused(answer, 400, "request/malformed-body");
    assertThat(answer.jsonPath().getString("violations[0].field")).isEqualTo(field);
    assertThat(answer.jsonPath().getString("violations[0].code")).isEqualTo("UNREADABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELF", "RELATIVE", "CONCERNED_OTHER"})
  void somebody_close_to_him_who_refers_leaves_neither_name_nor_contact(String type) {
    ObjectNode form = aReferralForm(ISLINGTON).put("referrerType", type);
    form.remove(List.of("referrerName", "referrerContact"));
    assertViolated(
        post(ISLINGTON, PATH, form.deepCopy().put("referrerName", "Demo Example")),
        "referrerName",
        "PRIVATE_REFERRER");
    assertViolated(
        post(ISLINGTON, PATH, form.deepCopy().put("referrerContact", "020 7946 0000")),
        "referrerContact",
        "PRIVATE_REFERRER");

    String id = created(post(ISLINGTON, PATH, form));
    assertThat(get(ISLINGTON, id).jsonPath().getString("referrerType")).isEqualTo(type);
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    ObjectNode form =
        aReferralForm(ISLINGTON)
            .put("riskNotes", "020 7946 0000")
            .put("keyworker", "020 7946 0000")
            .put("consentToReferral", false);

    assertThat(post(ISLINGTON, PATH, form).jsonPath().getList("violations.field"))
        .containsExactlyInAnyOrder("riskNotes", "keyworker", "consentToReferral");
  }

  @Test
  void what_can_be_derived_is_shown_with_it() throws JsonProcessingException {
    ObjectNode form = aReferralForm(ISLINGTON);
    form.putObject("equality").put("ethnicity", "WHITE_ROMA");

    JsonNode shown = JSON.readTree(get(ISLINGTON, created(post(ISLINGTON, PATH, form))).asString());

    assertThat(shown.get("ageBand").asText()).isEqualTo("AGE_35_44");
    assertThat(shown.get("ndtmsEthnicity").asText()).isEqualTo("C");
  }

  private static String unique(int length) {
    String start = Long.toString(System.nanoTime(), Character.MAX_RADIX).replaceAll("[0-9]", "z");
    return start + "x".repeat(length - start.length());
  }
}
