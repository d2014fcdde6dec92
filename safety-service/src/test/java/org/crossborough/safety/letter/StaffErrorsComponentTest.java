package org.crossborough.safety.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aReferralWith;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.awaitRow;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.SafetyApi.read;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The four ways in which addresses were disclosed in practice, as errors of well-meaning staff. */
@QuarkusTest
class StaffErrorsComponentTest {

  private static final String ADDRESS = "17 Hidden Road";
  private static final List<String> MARKS = List.of("YES", "NO", "UNKNOWN");

  @ParameterizedTest
  @MethodSource("variants")
  void a_letter_to_the_address_she_left_is_not_drafted(int variant) {
    UUID id = caseAt(variant, "NO");
    String point = addPoint(id, "YES", true, "YES", "NO");
    String version = "\"2\"";
    Response retired =
        variant % 2 == 0
            ? send(id, "contact-points/" + point + "/retirement", version, "{}")
            : put(id, "contact-points/" + point, version, marks(unsafe(variant)));
    assertThat(retired.statusCode()).as(retired.asString()).isEqualTo(200);

    Response letter = message(id, point, "LETTER", "");

    assertThat(letter.statusCode()).as(letter.asString()).isIn(404, 409);
    assertThat(letter.asString()).doesNotContain(ADDRESS);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_letter_to_an_address_he_shares_is_not_drafted(int variant) {
    boolean byPoint = variant % 2 == 0;
    UUID id = caseAt(variant, byPoint ? "NO" : variant % 4 == 1 ? "YES" : "UNKNOWN");
    String access = byPoint ? (variant % 4 == 0 ? "YES" : "UNKNOWN") : "NO";
    String point = addPoint(id, "YES", variant % 3 != 0, "YES", access);

    Response letter = message(id, point, "LETTER", "");

    assertThat(letter.statusCode()).as(letter.asString()).isEqualTo(409);
    assertThat(letter.<List<String>>path("reasons")).isNotEmpty();
    assertThat(letter.asString()).doesNotContain(ADDRESS);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void an_answer_to_his_request_says_nothing_of_her(int variant) {
    UUID referralId = referral(variant);
    String extra =
        List.of(
                "",
                ",\"attachments\":[\"case\"]",
                ",\"caseId\":\"" + casesOf(referralId).getFirst() + "\"",
                ",\"text\":\"" + ADDRESS + "\"",
                ",\"includeContactPoints\":true")
            .get(variant % 5);
    String template = variant % 2 == 0 ? "ACCESS_REQUEST_REPLY" : "PROGRAMME_REVIEW";

    Response letter =
        as(WORKER)
            .contentType(ContentType.JSON)
            .body(
                "{\"referralId\":\"%s\",\"template\":\"%s\"%s}"
                    .formatted(referralId, template, extra))
            .post("/v1/participant-letters");

    assertThat(letter.statusCode()).as(letter.asString()).isEqualTo(extra.isEmpty() ? 200 : 400);
    assertThat(letter.asString()).doesNotContain(ADDRESS, "Ada", "020 7946");
    if (extra.isEmpty()) {
      assertThat(letter.<String>path("text")).startsWith("Dear Example Man");
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void no_message_goes_to_both(int variant) {
    UUID referralId = referral(variant);
    UUID id = casesOf(referralId).getFirst();
    String point = read(id).path("contactPoints[0].id");
    String both =
        List.of(
                ",\"referralId\":\"" + referralId + "\"",
                ",\"cc\":[\"" + referralId + "\"]",
                ",\"recipients\":[\"" + point + "\",\"" + referralId + "\"]",
                ",\"address\":\"" + ADDRESS + "\"")
            .get(variant % 4);

    Response toHer = message(id, point, "CALL", both);
    Response toHim =
        as(WORKER)
            .contentType(ContentType.JSON)
            .body(
                "{\"referralId\":\"%s\",\"template\":\"PLEASE_CALL\",\"contactPointId\":\"%s\"}"
                    .formatted(referralId, point))
            .post("/v1/participant-letters");

    assertThat(toHer.statusCode()).as(toHer.asString()).isEqualTo(400);
    assertThat(toHim.statusCode()).as(toHim.asString()).isEqualTo(400);
    assertThat(toHer.asString() + toHim.asString()).doesNotContain(ADDRESS, "Ada", "020 7946");
  }

  @Test
  void a_letter_to_where_she_alone_is_reached_is_drafted_and_names_nothing() {
    UUID id = caseAt(1, "NO");
    String point = addPoint(id, "YES", true, "YES", "NO");

    Response draft = message(id, point, "LETTER", "");

    assertThat(draft.statusCode()).as(draft.asString()).isEqualTo(201);
    Response text =
        as(WORKER)
            .header("X-Purpose", "SENDING_A_MESSAGE")
            .get("/v1/survivor-cases/{id}/messages/{message}", id, draft.path("id"));
    assertThat(text.<String>path("text"))
        .isEqualTo("Hello, this is us. Please call when it is a good time for you.");
  }

  @Test
  void what_is_for_her_and_what_is_for_him_have_no_type_in_common() {
    List<Class<?>> hers =
        List.of(SurvivorRecipient.class, SurvivorTemplate.class, SurvivorMessage.class);
    List<Class<?>> his =
        List.of(ParticipantRecipient.class, ParticipantTemplate.class, ParticipantLetter.class);

    for (Class<?> type : Stream.concat(hers.stream(), his.stream()).toList()) {
      assertThat(type.getInterfaces()).as(type.getName()).isEmpty();
      assertThat(type.getSuperclass()).isIn(Object.class, Record.class, Enum.class);
      List<Class<?>> others = hers.contains(type) ? his : hers;
      for (Method method : type.getDeclaredMethods()) {
        assertThat(List.<Class<?>>of(method.getParameterTypes()))
            .doesNotContainAnyElementsOf(others);
        assertThat(others).doesNotContain(method.getReturnType());
      }
      assertThat(Arrays.stream(type.getDeclaredFields()).map(field -> (Object) field.getType()))
          .doesNotContainAnyElementsOf(others);
    }
    assertThat(SurvivorRecipient.class.getDeclaredConstructors())
        .allSatisfy(made -> assertThat(made.getParameterTypes()).doesNotContain(String.class));
  }

  static IntStream variants() {
    return IntStream.range(0, 20);
  }

  private static UUID referral(int variant) {
    UUID referralId =
        aReferralWith(
            person("Ada Example", "020 7946 00%02d".formatted(variant), MARKS.get(variant % 3)));
    awaitRow(
        "select 1 from participant p join known_referral r using (person_id) where r.id = ?",
        referralId);
    return referralId;
  }

  /** A case whose details say whether she lives with him; its version is then 1. */
  private static UUID caseAt(int variant, String livesWithPerpetrator) {
    UUID id = casesOf(referral(variant)).getFirst();
    Response changed =
        put(
            id,
            "details",
            "\"0\"",
            "{\"relationship\":\"EX_PARTNER\",\"name\":\"Ada Example\",\"livesWithPerpetrator\":\"%s\"}"
                .formatted(livesWithPerpetrator));
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    return id;
  }

  private static String addPoint(
      UUID id, String safe, boolean verified, String post, String access) {
    String marks =
        """
        {"safe":"%s","verifiedBySurvivor":%s,"safeVoicemail":"NO","safeToText":"NO",
         "safeToPost":"%s","perpetratorHasAccess":"%s"}\
        """
            .formatted(safe, verified, post, access);
    Response added =
        send(
            id,
            "contact-points",
            "\"1\"",
            "{\"type\":\"POST\",\"value\":\"%s\",\"marks\":%s}".formatted(ADDRESS, marks));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    return added.path("id");
  }

  /** Ways to say that an address is no longer hers. */
  private static List<String> unsafe(int variant) {
    return switch (variant % 3) {
      case 0 -> List.of("NO", "YES", "NO");
      case 1 -> List.of("YES", "YES", "YES");
      default -> List.of("YES", "NO", "NO");
    };
  }

  private static String marks(List<String> said) {
    return """
    {"safe":"%s","verifiedBySurvivor":true,"safeVoicemail":"NO","safeToText":"NO",
     "safeToPost":"%s","perpetratorHasAccess":"%s"}\
    """
        .formatted(said.toArray());
  }

  private static Response message(UUID id, String point, String use, String more) {
    return as(WORKER)
        .contentType(ContentType.JSON)
        .body(
            "{\"contactPointId\":\"%s\",\"use\":\"%s\",\"template\":\"PLEASE_CALL\"%s}"
                .formatted(point, use, more))
        .post("/v1/survivor-cases/{id}/messages", id);
  }

  private static Response send(UUID id, String path, String version, String body) {
    return as(WORKER)
        .header("If-Match", version)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/survivor-cases/%s/%s".formatted(id, path));
  }

  private static Response put(UUID id, String path, String version, String body) {
    return as(WORKER)
        .header("If-Match", version)
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/survivor-cases/%s/%s".formatted(id, path));
  }
}
