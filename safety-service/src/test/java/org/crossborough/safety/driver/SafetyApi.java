package org.crossborough.safety.driver;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Tokens;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;

/** Steps through the API and the events around it. */
public final class SafetyApi {

  public static final String ISLINGTON = "E09000019";
  public static final String CAMDEN = "E09000007";
  public static final String WORKER = "demo-iss-worker";
  public static final String MANAGER = "demo-iss-manager";
  public static final String ISLINGTON_SYSTEM = "demo-borough-islington";

  /** When the man's side did things in these tests. */
  public static final Instant THEN = Instant.parse("2026-01-06T09:00:00Z");

  private static final RestAssuredConfig AS_IT_IS =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("application/jose", ContentType.TEXT));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private SafetyApi() {}

  /** A request by somebody, with an idempotency key of its own. */
  public static RequestSpecification as(String who) {
    return as(who, UUID.randomUUID().toString());
  }

  /** A request by somebody, under a given idempotency key. */
  public static RequestSpecification as(String who, String key) {
    return withoutKey(who).header("Idempotency-Key", key);
  }

  /** A request by somebody who forgot the idempotency key. */
  public static RequestSpecification withoutKey(String who) {
    return given().auth().oauth2(Tokens.of(who));
  }

  /** The details of one person, as the sender has them. */
  public static String person(String name, String phone, String safe) {
    return """
    {"relationship":"EX_PARTNER","name":"%s","boroughCode":"%s",
     "contactPoints":[{"type":"PHONE","value":"%s","safe":"%s"}]}\
    """
        .formatted(name, ISLINGTON, phone, safe);
  }

  /** The content of an envelope. */
  public static String details(UUID referralId, String... persons) {
    return "{\"referralId\":\"%s\",\"persons\":[%s]}"
        .formatted(referralId, String.join(",", persons));
  }

  /** Hands over an envelope. */
  public static Response handOver(String who, String envelope) {
    return sending(as(who), envelope);
  }

  /** Sends an envelope with a request that says whose it is. */
  public static Response sending(RequestSpecification request, String envelope) {
    return request
        .config(AS_IT_IS)
        .contentType("application/jose")
        .body(envelope)
        .post("/v1/at-risk-details");
  }

  /** Tells the service of a referral from Islington, and waits until it knows. */
  public static UUID aKnownReferral() {
    UUID referralId = UUID.randomUUID();
    tellReferral(referralId, ISLINGTON);
    awaitRow("select 1 from known_referral where id = ? and person_id is not null", referralId);
    return referralId;
  }

  /** Tells the service of a referral, and does not wait. */
  public static void tellReferral(UUID referralId, String boroughCode) {
    UUID personId = UUID.randomUUID();
    Wire.publish(
        new ParticipantChanged(
            personId, THEN, referralId, "Example", "Man", LocalDate.of(1985, 3, 2), null),
        new ReferralReceived(
            referralId,
            THEN,
            personId,
            UUID.randomUUID(),
            boroughCode,
            boroughCode,
            boroughCode,
            "DRUG_SERVICE",
            LocalDate.of(2026, 1, 5)));
  }

  /** The case of one new person of a known referral. */
  public static UUID aCase() {
    return aCase(person("Example Person", "020 7946 0001", "UNKNOWN"));
  }

  /** The case of this person, handed over for a known referral. */
  public static UUID aCase(String person) {
    return casesOf(aReferralWith(person)).getFirst();
  }

  /** A known referral with people handed over. */
  public static UUID aReferralWith(String... persons) {
    UUID referralId = aKnownReferral();
    Response answer =
        handOver(ISLINGTON_SYSTEM, SealedEnvelope.around(details(referralId, persons)));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return referralId;
  }

  /** The cases of a referral, in the order of its people. */
  public static List<UUID> casesOf(UUID referralId) {
    try {
      return Psql.rows(
              "*", "select id from survivor_case where referral_id = ? order by id", referralId)
          .stream()
          .map(row -> (UUID) row.get("id"))
          .toList();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Puts a worker into the team of a borough, and confirms how many cases change hands by it. */
  public static String join(String boroughCode, String worker) {
    Response answer = joining(boroughCode, worker, casesChangingHands(boroughCode));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.path("id");
  }

  /** Asks to put a worker into a team, and confirms a number of cases. */
  public static Response joining(String boroughCode, String worker, long casesChangingHands) {
    return as(MANAGER)
        .contentType(ContentType.JSON)
        .body(
            "{\"boroughCode\":\"%s\",\"worker\":\"%s\",\"casesChangingHands\":%d}"
                .formatted(boroughCode, worker, casesChangingHands))
        .post("/v1/case-teams");
  }

  /** Takes the last worker out of the team of a borough, and confirms how many cases it opens. */
  public static void leave(String boroughCode, String member) {
    Response answer =
        as(MANAGER)
            .header("If-Match", "*")
            .contentType(ContentType.JSON)
            .body("{\"casesChangingHands\":%d}".formatted(casesOfBorough(boroughCode)))
            .post("/v1/case-teams/{id}/leaving", member);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private static long casesOfBorough(String boroughCode) {
    return count("select count(*) from survivor_case where borough_code = '" + boroughCode + "'");
  }

  /** How many cases the first member of a borough's team would take from everybody else. */
  public static long casesChangingHands(String boroughCode) {
    return count(
        """
        select count(*) from survivor_case where borough_code = '%1$s' and not exists (
          select 1 from team_member where borough_code = '%1$s' and left_at is null)\
        """
            .formatted(boroughCode));
  }

  private static long count(String sql) {
    try {
      return Psql.count(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Reads a case as a support worker who says why. */
  public static Response read(UUID caseId) {
    return as(WORKER).header("X-Purpose", "SUPPORT_CALL").get("/v1/survivor-cases/{id}", caseId);
  }

  /** Records an attempt as a support worker. */
  public static Response attempt(UUID caseId, String json) {
    return as(WORKER)
        .contentType(ContentType.JSON)
        .body(json)
        .post("/v1/survivor-cases/{id}/contact-attempts", caseId);
  }

  /** An attempt by phone at noon of a day, without naming a contact point. */
  public static String call(String date, String outcome) {
    return "{\"attemptedAt\":\"%sT12:00:00Z\",\"channel\":\"PHONE\",\"outcome\":\"%s\"}"
        .formatted(date, outcome);
  }

  /** A talk with her at noon of a day, in which she said whether she wants support. */
  public static String talk(String date, String answer) {
    return """
    {"attemptedAt":"%sT12:00:00Z","channel":"PHONE","outcome":"SPOKE_TO_SURVIVOR",
     "durationMinutes":20,"supportAccepted":"%s","content":["SAFETY_PLANNING"]}\
    """
        .formatted(date, answer);
  }

  /** Waits until a query, with every row in sight, finds something. */
  public static void awaitRow(String sql, Object... values) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !Psql.rows("*", sql, values).isEmpty());
  }
}
