package org.crossborough.outcomes.driver;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.crossborough.chassis.testing.Tokens;

/** The service's API as one caller sees it. */
public final class OutcomesApi {

  private final String caller;

  private OutcomesApi(String caller) {
    this.caller = caller;
  }

  /** The API as a demo identity sees it. */
  public static OutcomesApi as(String caller) {
    return new OutcomesApi(caller);
  }

  /** Hands in a TOP under a new key. */
  public Response record(String form) {
    return record(UUID.randomUUID().toString(), form);
  }

  /** Hands in a TOP under a key. */
  public Response record(String key, String form) {
    return request()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(form)
        .post("/v1/top-records");
  }

  /** Hands in a TOP without a key. */
  public Response recordWithoutKey(String form) {
    return request().contentType("application/json").body(form).post("/v1/top-records");
  }

  /** Puts a record in the place of another. */
  public Response supersede(String id, String etag, String body) {
    return request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", etag)
        .contentType("application/json")
        .body(body)
        .post("/v1/top-records/" + id + "/supersession");
  }

  /** Sends a file of records. */
  public Response importFile(String query, String type, byte[] file) {
    // Left alone, the client would claim another character set.
    EncoderConfig asIs =
        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
    return request()
        .config(RestAssuredConfig.config().encoderConfig(asIs))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(type)
        .body(file)
        .post("/v1/top-imports" + query);
  }

  /** Asks for something to be made, under a new key. */
  public Response post(String path, String body) {
    return request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  /** Reads a path again, holding what had a tag. */
  public Response get(String path, String tag) {
    return request().header("If-None-Match", tag).get(path);
  }

  /** Reads any path. */
  public Response get(String path) {
    return request().get(path);
  }

  private RequestSpecification request() {
    return RestAssured.given().auth().oauth2(Tokens.of(caller));
  }
}
