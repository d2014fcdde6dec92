package org.crossborough.referral.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Tokens;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;

/** The API as its callers use it, with sound forms that a test changes where it wants. */
public final class ReferralApi {

  public static final String ISLINGTON = "demo-borough-islington";
  public static final String CAMDEN = "demo-borough-camden";
  public static final String WORKER = "demo-drug-alcohol-worker";
  public static final String COORDINATOR = "demo-referral-coordinator";
  public static final String ASSESSOR = "demo-assessor";
  public static final String MANAGER = "demo-programme-manager";

  public static final String OFFICER = "demo-data-protection-officer";
  public static final String AUDITOR = "demo-auditor";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReferralApi() {}

  public static RequestSpecification as(String caller) {
    return given().auth().oauth2(Tokens.of(caller)).contentType(ContentType.JSON);
  }

  public static Response post(String caller, String path, Object body) {
    return as(caller).header("Idempotency-Key", UUID.randomUUID()).body(body.toString()).post(path);
  }

  /** A move by somebody who has just read the referral. */
  public static Response move(String caller, String id, String move, String body) {
    return as(caller)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", as(COORDINATOR).get("/v1/referrals/" + id).header("ETag"))
        .body(body)
        .post("/v1/referrals/" + id + "/" + move);
  }

  public static Response get(String caller, String id) {
    return as(caller).get("/v1/referrals/" + id);
  }

  public static ObjectNode aScreeningForm(String borough) {
    return json(
        """
        {"boroughCode":"%s","instrumentCode":"DEMO_PERPETRATION","instrumentVersion":1,
         "screenedAt":"2026-01-05T10:00:00Z","screenedByRole":"DRUG_ALCOHOL_WORKER",
         "seenAlone":true,"confidentialityExplained":true,"interpreterUsed":"NONE",
         "disclosedPhysical12m":"YES","disclosedSexual12m":"NO",
         "disclosedCoerciveControl12m":"YES","disclosedEmotional12m":"YES",
         "disclosedEconomic12m":"NOT_ASKED","immediateRiskIdentified":false,
         "safeguardingActions":[],"result":"POSITIVE_REFER","clientAgreesToReferral":true,
         "partnerDetailsAgreed":true}
        """
            .formatted(boroughOf(borough)));
  }

  public static String aScreening(String caller) {
    return created(post(caller, "/v1/screenings", aScreeningForm(caller)));
  }

  /** A form that rests on a new screening. */
  public static ObjectNode aReferralForm(String caller) {
    return json(
        """
        {"externalReference":"REF-%s","referringBoroughCode":"%s","referralDate":"2026-01-06",
         "referrerType":"DRUG_SERVICE","referrerOrganisation":"Demo treatment service",
         "referrerName":"Demo Keyworker","referrerContact":"keyworker@example.invalid",
         "keyworker":"Demo Keyworker","screeningId":"%s",
         "client":{"givenName":"Demo","familyName":"Example","dateOfBirth":"1985-03-02",
           "sex":"M","phone":"020 7946 0000","postcode":"N1 1AA",
           "residenceBoroughCode":"E09000019","nhsNumber":"9434765919"},
         "treatmentProvider":"Demo treatment service","treatmentEpisodeRef":"EP-1",
         "mainSubstance":"ALCOHOL","consentToReferral":true,"confidentialityExplained":true}
        """
            .formatted(UUID.randomUUID(), boroughOf(caller), aScreening(caller)));
  }

  public static String aReferral(String caller) {
    return created(post(caller, "/v1/referrals", aReferralForm(caller)));
  }

  /** The second of two referrals of one man by the same borough. */
  public static String aReferralSentTwice(String caller) {
    var _ = aReferral(caller);
    return aReferral(caller);
  }

  /** A referral of a man whom no other test knows. */
  public static String aReferralOf(String caller, String givenName, String familyName) {
    ObjectNode form = aReferralForm(caller);
    ((ObjectNode) form.get("client"))
        .put("givenName", givenName)
        .put("familyName", familyName)
        .remove("nhsNumber");
    return created(post(caller, "/v1/referrals", form));
  }

  /** A name that no other test uses: letters alone, so that it also has a sound. */
  public static String aName() {
    StringBuilder name = new StringBuilder("Demo");
    UUID.randomUUID()
        .toString()
        .replace("-", "")
        .chars()
        .limit(12)
        .forEach(digit -> name.append((char) ('b' + Character.digit(digit, 16))));
    return name.toString();
  }

  /** Waits until everything that follows from changes so far has been worked out. */
  public static void upkeepIsDone() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Psql.count("select count(*) from referral_upkeep") == 0);
  }

  /** A referral whose man has been assessed as suitable and has signed. */
  public static String anAssessedReferral() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "assessment-offer", "{}"));
    moved(
        move(
            ASSESSOR,
            id,
            "assessments",
            """
            {"assessedOn":"2026-01-12","result":"SUITABLE",
             "confidentialityAgreement":{"version":"1","signedOn":"2026-01-12"}}
            """));
    return id;
  }

  /** What safety-service says once the people at risk were handed over; waits until it is known. */
  public static UUID receiptArrives(String id) {
    UUID receipt = UUID.randomUUID();
    Wire.publish(new AtRiskReceived(UUID.fromString(id), Instant.now(), receipt, 1));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            receipt
                .toString()
                .equals(get(COORDINATOR, id).jsonPath().getString("atRiskHandoff.receiptId")));
    return receipt;
  }

  /** A run as programme-service tells of it. */
  public static RunScheduled aRun() {
    return new RunScheduled(
        UUID.randomUUID(),
        Instant.now(),
        "E09000019",
        "MEN_AND_MASCULINITIES",
        1,
        LocalDate.parse("2026-02-02"),
        LocalDate.parse("2026-03-20"),
        15,
        1800);
  }

  public static String boroughOf(String caller) {
    return caller.contains("camden") ? "E09000007" : "E09000019";
  }

  public static String created(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.jsonPath().getString("id");
  }

  public static void moved(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  /** A refusal of one kind. */
  public static void assertRefused(Response answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/" + type);
  }

  /** A refusal for a broken rule of one field. */
  public static void assertViolated(Response answer, String field, String code) {
    assertRefused(answer, 400, "request/invalid");
    assertThat(answer.jsonPath().getList("violations.field", String.class)).containsExactly(field);
    assertThat(answer.jsonPath().getList("violations.code", String.class)).containsExactly(code);
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
