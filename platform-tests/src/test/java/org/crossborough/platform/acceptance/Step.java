package org.crossborough.platform.acceptance;

import java.nio.charset.StandardCharsets;
import org.crossborough.platform.driver.Call;

/**
 * One step of the pathway that changes something: who takes it, somebody else with a valid token
 * and not the role, and a body that is right in form where the step is about something that exists.
 */
enum Step {
  SCREENING("/v1/screenings", "demo-borough-camden", "demo-assessor", "{}"),
  REFERRAL("/v1/referrals", "demo-borough-camden", "demo-facilitator", "{}"),
  TRIAGE("/v1/referrals/{id}/triage", "demo-referral-coordinator", "demo-facilitator", "{}"),
  OFFER(
      "/v1/referrals/{id}/assessment-offer",
      "demo-referral-coordinator",
      "demo-drug-alcohol-worker",
      "{}"),
  ASSESSMENT(
      "/v1/referrals/{id}/assessments",
      "demo-assessor",
      "demo-referral-coordinator",
      "{\"result\":\"SUITABLE\"}"),
  ACCEPTANCE(
      "/v1/referrals/{id}/acceptance", "demo-referral-coordinator", "demo-facilitator", "{}"),
  ALLOCATION(
      "/v1/referrals/{id}/allocation",
      "demo-referral-coordinator",
      "demo-assessor",
      "{\"runId\":\"019b0000-0000-7000-8000-000000000000\"}"),
  RUN("/v1/runs", "demo-programme-manager", "demo-facilitator", "{}"),
  HOLDING(
      "/v1/sessions/{id}/holding",
      "demo-facilitator",
      "demo-assessor",
      "{\"actualMinutes\":300,\"facilitators\":[\"demo-facilitator\",\"demo-second-facilitator\"]}"),
  REGISTER(
      "/v1/sessions/{id}/register",
      "demo-facilitator",
      "demo-borough-camden",
      "{\"entries\":[{\"enrolmentId\":\"019b0000-0000-7000-8000-000000000000\","
          + "\"code\":\"ATTENDED\",\"attendedMinutes\":300}]}"),
  NO_SHOW("/v1/enrolments/{id}/no-show", "demo-facilitator", "demo-assessor", "{}"),
  EXIT(
      "/v1/enrolments/{id}/exit",
      "demo-programme-manager",
      "demo-assessor",
      "{\"reasonCode\":\"DROPPED_OUT\"}"),
  COMPLETION(
      "/v1/enrolments/{id}/completion",
      "demo-programme-manager",
      "demo-assessor",
      "{\"endReviewDone\":true}"),
  CONTACT_ATTEMPT(
      "/v1/survivor-cases/{id}/contact-attempts",
      "demo-iss-worker",
      "demo-assessor",
      "{\"attemptedAt\":\"2026-01-20T11:00:00Z\",\"channel\":\"PHONE\",\"outcome\":\"NO_ANSWER\"}"),
  CLEARANCE("/v1/survivor-cases/{id}/start-clearance", "demo-iss-worker", "demo-facilitator", "{}"),
  AGGREGATES("/v1/safety-aggregates", "demo-iss-manager", "demo-iss-worker", "{}"),
  PROFILE("/v1/top-records", "demo-borough-camden", "demo-facilitator", "{}");

  private final String path;
  private final String who;
  private final String stranger;
  private final String body;

  Step(String path, String who, String stranger, String body) {
    this.path = path;
    this.who = who;
    this.stranger = stranger;
    this.body = body;
  }

  boolean isAboutSomething() {
    return path.contains("{id}");
  }

  Call rightly(String id) {
    return call(id, body).as(who);
  }

  Call by(String identity, String id) {
    return call(id, body).as(identity);
  }

  Call byStranger(String id) {
    return call(id, body).as(stranger);
  }

  Call malformed(String id) {
    return call(id, "{\"").as(who);
  }

  Call withUnknownField(String id) {
    return call(id, "{\"noSuchField\":1}").as(who);
  }

  private Call call(String id, String content) {
    String method = this == REGISTER ? "PUT" : "POST";
    return Call.bodied(method, path.replace("{id}", id), content.getBytes(StandardCharsets.UTF_8))
        .with("Idempotency-Key", Names.unique("refusal"))
        .with("If-Match", "\"0\"");
  }
}
