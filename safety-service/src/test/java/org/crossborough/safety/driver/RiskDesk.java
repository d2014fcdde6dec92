package org.crossborough.safety.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What support workers record about a survivor's risk, in the words of the field. */
public final class RiskDesk {

  private RiskDesk() {}

  /** A checklist with so many yeses, from the first question on. */
  public static String dash(int yeses) {
    return dash(yeses, "");
  }

  /** A checklist with so many yeses and further fields, each followed by a comma. */
  public static String dash(int yeses, String fields) {
    String answers =
        IntStream.rangeClosed(1, 24)
            .mapToObj(i ->
                "{\"question\":\"Q%02d\",\"answer\":\"%s\"}"
                    .formatted(i, i <= yeses ? "YES" : "NO"))
            .collect(Collectors.joining(","));
    return """
    {%s"assessedOn":"2026-02-03","occasion":"FIRST_CONTACT","answers":[%s]}\
    """
        .formatted(fields, answers);
  }

  /** A referral to the conference, with further fields, each followed by a comma. */
  public static String marac(String referredOn, String fields) {
    return """
    {%s"referredOn":"%s","grounds":"Strangled twice since Christmas","survivorAware":true,
     "survivorConsents":true}\
    """
        .formatted(fields, referredOn);
  }

  /** Adds to a case as a support worker. */
  public static Response add(UUID caseId, String what, String json) {
    return as(WORKER)
        .contentType(ContentType.JSON)
        .body(json)
        .post("/v1/survivor-cases/%s/%s".formatted(caseId, what));
  }

  /** Adds to a case what must be taken, and gives its id. */
  public static String added(UUID caseId, String what, String json) {
    Response answer = add(caseId, what, json);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.path("id");
  }

  /** Moves something of a case that was seen in a version. */
  public static Response move(UUID caseId, String what, @Nullable String version, String json) {
    var request = as(WORKER).contentType(ContentType.JSON).body(json);
    return (version == null ? request : request.header("If-Match", version))
        .post("/v1/survivor-cases/%s/%s".formatted(caseId, what));
  }

  /** Reads of a case as a support worker who says why. */
  public static Response look(UUID caseId, String what) {
    return as(WORKER)
        .header("X-Purpose", "SUPPORT_CALL")
        .get("/v1/survivor-cases/%s/%s".formatted(caseId, what));
  }

  /** What waits to be done about a case. */
  public static List<String> tasks(UUID caseId) {
    return look(caseId, "summary").path("tasks.trigger");
  }

  /** The fields at fault, with their codes. */
  public static List<String> faults(Response refused) {
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    List<String> fields = refused.path("violations.field");
    List<String> codes = refused.path("violations.code");
    return IntStream.range(0, fields.size())
        .mapToObj(i -> fields.get(i) + " " + codes.get(i))
        .toList();
  }
}
