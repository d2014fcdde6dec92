package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.WORKER;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.aScreeningForm;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.referral.reference.ReferralReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReferringAManComponentTest {

  private static final String PATH = "/v1/referrals";

  @Test
  void a_referral_is_stored_and_shown_to_its_borough_and_to_staff() {
    ObjectNode form = aReferralForm(ISLINGTON);

    Response answer = post(ISLINGTON, PATH, form);

    String id = created(answer);
    assertThat(answer.header("Location")).isEqualTo(PATH + "/" + id);
    assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    assertThat(answer.jsonPath().getMap(""))
        .containsOnlyKeys(
            "id",
            "reference",
            "externalReference",
            "boroughStatus",
            "referringBoroughCode",
            "residenceBoroughCode",
            "commissioningBoroughCode",
            "referralDate",
            "receivedAt",
            "screeningId",
            "client",
            "referrerType",
            "referrerOrganisation",
            "referrerName",
            "referrerContact",
            "treatmentProvider",
            "treatmentEpisodeRef",
            "keyworker",
            "mainSubstance",
            "ageBand",
            "version")
        .containsEntry("boroughStatus", "RECEIVED")
        .containsEntry("commissioningBoroughCode", "E09000019")
        .containsEntry("referralDate", "2026-01-06");
    assertThat(answer.jsonPath().getMap("client"))
        .containsEntry("givenName", "Demo")
        .containsEntry("nhsNumber", "9434765919");
    assertThat(ReferralReference.holds(answer.jsonPath().getString("reference"))).isTrue();
    assertThat(get(ISLINGTON, id).asString()).isEqualTo(answer.asString());
    Map<String, Object> staffs = new HashMap<>(get(COORDINATOR, id).jsonPath().getMap(""));
    assertThat(staffs.remove("status")).as("for staff alone").isEqualTo("RECEIVED");
    assertThat(staffs).isEqualTo(answer.jsonPath().getMap(""));
  }

  @Test
  void others_are_told_of_the_referral_and_apart_from_it_of_the_man() {
    String id = created(post(WORKER, PATH, aReferralForm(WORKER)));

    ReferralReceived received =
        Wire.await(ReferralReceived.class, e -> e.referralId().toString().equals(id));
    assertThat(received.referredOn()).isEqualTo(LocalDate.parse("2026-01-06"));
    assertThat(received.referrerType()).isEqualTo("DRUG_SERVICE");
    ParticipantChanged participant =
        Wire.await(ParticipantChanged.class, e -> e.personId().equals(received.personId()));
    assertThat(participant.referralId()).isEqualTo(received.referralId());
    assertThat(participant.familyName()).isEqualTo("Example");
    assertThat(participant.phone()).isEqualTo("020 7946 0000");
  }

  @Test
  void a_repeat_under_the_same_key_is_answered_with_the_same_bytes() throws Exception {
    String form = aReferralForm(ISLINGTON).toString();
    String key = UUID.randomUUID().toString();

    Response first = as(ISLINGTON).header("Idempotency-Key", key).body(form).post(PATH);
    Response second = as(ISLINGTON).header("Idempotency-Key", key).body(form).post(PATH);

    UUID id = UUID.fromString(created(first));
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(Psql.count("select count(*) from outbox where key = ?", id)).isEqualTo(1);
    String other = aReferralForm(ISLINGTON).toString();
    assertRefused(
        as(ISLINGTON).header("Idempotency-Key", key).body(other).post(PATH),
        422,
        "request/idempotency-key-reused");
    assertRefused(as(ISLINGTON).body(form).post(PATH), 400, "request/idempotency-key-required");
  }

  @Test
  void fifty_submissions_at_once_leave_one_referral_and_get_one_answer() throws Exception {
    ObjectNode form = aReferralForm(ISLINGTON);
    String key = UUID.randomUUID().toString();
    List<Callable<String>> calls =
        Collections.nCopies(50, () -> toTheEnd(form.toString(), key).asString());

    Set<String> answers = new HashSet<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(50)) {
      for (Future<String> answer : callers.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).hasSize(1);
    assertThat(
            Psql.count(
                "select count(*) from referral where external_reference = ?",
                form.get("externalReference").asText()))
        .isEqualTo(1);
  }

  /** As a caller does: again while the first one is under way. */
  private static Response toTheEnd(String form, String key) {
    Response answer;
    do {
      answer = as(ISLINGTON).header("Idempotency-Key", key).body(form).post(PATH);
    } while (answer.header("Retry-After") != null);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer;
  }

  @Test
  void an_external_reference_is_used_once_by_each_client() {
    ObjectNode form = aReferralForm(ISLINGTON);
    String reference = form.get("externalReference").asText();
    String first = created(post(ISLINGTON, PATH, form));

    assertRefused(
        post(ISLINGTON, PATH, aReferralForm(ISLINGTON).put("externalReference", reference)),
        409,
        "referral/duplicate-reference");
    String inCamden =
        created(post(CAMDEN, PATH, aReferralForm(CAMDEN).put("externalReference", reference)));
    assertThat(inCamden).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "referringBoroughCode, E09000007, OTHER_BOROUGH",
    "referringBoroughCode, E09000034, GSS_CODE",
    "commissioningBoroughCode, Islington, GSS_CODE",
    "referralDate, 2999-01-01, IN_FUTURE",
    "externalReference, '', REQUIRED",
    "consentToReferral, false, NOT_AGREED",
    "confidentialityExplained, false, CONFIDENTIALITY_NOT_EXPLAINED",
    "riskNotes, ring 020 7946 0000, CONTAINS_CONTACT_DETAILS",
    "referrerOrganisation, clinic@example.invalid, CONTAINS_CONTACT_DETAILS",
    "treatmentProvider, The clinic at N1 1AA, CONTAINS_CONTACT_DETAILS"
  })
  void a_broken_rule_names_field_and_code(String field, String value, String code) {
    ObjectNode form = aReferralForm(ISLINGTON);
    if (value.equals("false")) {
      form.put(field, false);
    } else {
      form.put(field, value);
    }

    assertViolated(post(ISLINGTON, PATH, form), field, code);
  }

  @ParameterizedTest
  @CsvSource({
    "dateOfBirth, 2008-01-07, UNDER_18",
    "nhsNumber, 9434765918, NHS_NUMBER",
    "residenceBoroughCode, E09000000, GSS_CODE",
    "postcode, Islington, PATTERN",
    "familyName, ' ', REQUIRED"
  })
  void a_broken_rule_about_the_man_names_field_and_code(String field, String value, String code) {
    ObjectNode form = aReferralForm(ISLINGTON);
    ((ObjectNode) form.get("client")).put(field, value);

    assertViolated(post(ISLINGTON, PATH, form), "client." + field, code);
  }

  @Test
  void a_man_who_turns_18_on_the_day_is_an_adult() {
    ObjectNode form = aReferralForm(ISLINGTON);
    ((ObjectNode) form.get("client")).put("dateOfBirth", "2008-01-06");

    assertThat(created(post(ISLINGTON, PATH, form))).isNotBlank();
  }

  @Test
  void a_body_that_cannot_be_read_is_malformed() {
    assertRefused(post(ISLINGTON, PATH, "{\"externalReference\":"), 400, "request/malformed-body");
    Response unknown = post(ISLINGTON, PATH, aReferralForm(ISLINGTON).put("partnerName", "Demo"));
    assertRefused(unknown, 400, "request/malformed-body");
    assertThat(unknown.jsonPath().getString("violations[0].code")).isEqualTo("UNKNOWN_FIELD");
    assertRefused(
        post(ISLINGTON, PATH, aReferralForm(ISLINGTON).put("mainSubstance", "TEA")),
        400,
        "request/malformed-body");
  }

  @Test
  void staff_do_not_refer() {
    assertRefused(post(COORDINATOR, PATH, aReferralForm(ISLINGTON)), 403, "request/forbidden");
  }

  @Test
  void a_referral_rests_on_a_screening_of_its_own_borough() {
    ObjectNode form = aReferralForm(CAMDEN).put("referringBoroughCode", "E09000019");

    assertRefused(post(ISLINGTON, PATH, form), 409, "referral/screening-not-found");
    form.put("screeningId", UUID.randomUUID().toString());
    assertRefused(post(ISLINGTON, PATH, form), 409, "referral/screening-not-found");
  }

  @Test
  void a_referral_rests_on_a_positive_screening() {
    ObjectNode screening = aScreeningForm(ISLINGTON).put("result", "POSITIVE_CLIENT_DECLINED");
    String id = created(post(ISLINGTON, "/v1/screenings", screening));

    assertRefused(
        post(ISLINGTON, PATH, aReferralForm(ISLINGTON).put("screeningId", id)),
        409,
        "referral/screening-not-positive");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-04, 409", "2026-01-05, 201", "2026-04-05, 201", "2026-04-06, 409"})
  void a_screening_holds_for_90_days(String referralDate, int status) {
    ObjectNode form = aReferralForm(ISLINGTON).put("referralDate", referralDate);

    Response answer = post(ISLINGTON, PATH, form);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    if (status == 409) {
      assertRefused(answer, 409, "referral/screening-not-current");
    }
  }
}
