package org.crossborough.programme.driver;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.crossborough.chassis.testing.Tokens;

/** Requests as the demo staff send them. */
public final class ProgrammeApi {

  public static final String MANAGER = "demo-programme-manager";
  public static final String FACILITATOR = "demo-facilitator";

  private ProgrammeApi() {}

  public static RequestSpecification as(String who) {
    return given().auth().oauth2(Tokens.of(who)).contentType(ContentType.JSON);
  }

  public static Response get(String path) {
    return as(FACILITATOR).get(path);
  }

  public static Response post(String path, Object body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  public static Response post(String path, Object body, String key) {
    return as(MANAGER).header("Idempotency-Key", key).body(body).post(path);
  }

  /** Moves something in the version that is current now. */
  public static Response move(String resource, String move, Object body) {
    return as(MANAGER)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", get(resource).header("ETag"))
        .body(body)
        .post(resource + "/" + move);
  }

  public static Response register(String sessionId, Object body) {
    String session = "/v1/sessions/" + sessionId;
    return as(FACILITATOR)
        .header("If-Match", get(session).header("ETag"))
        .body(body)
        .put(session + "/register");
  }
}
