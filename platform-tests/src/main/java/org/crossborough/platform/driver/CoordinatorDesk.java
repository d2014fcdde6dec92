package org.crossborough.platform.driver;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those who take a referral from triage to a place: a coordinator and an assessor. */
public final class CoordinatorDesk {

  private static final String COORDINATOR = "demo-referral-coordinator";
  private static final String ASSESSOR = "demo-assessor";
  private static final String UNKNOWN_RUN = "/problems/referral/unknown-run";

  private final PublicApi api;

  /** Calls as the demo coordinator and the demo assessor. */
  public CoordinatorDesk(PublicApi api) {
    this.api = api;
  }

  /** Begins triage. */
  public void triage(String key, String id) {
    move(key, COORDINATOR, id, "triage", Map.of());
  }

  /** Offers an assessment. */
  public void offerAssessment(String key, String id, LocalDate on) {
    move(key, COORDINATOR, id, "assessment-offer", Map.of("offeredOn", on));
  }

  /** Records that the man was found suitable and signed the agreement. */
  public void findSuitable(String key, String id, LocalDate on) {
    Map<String, Object> agreement = Map.of("version", "1", "signedOn", on);
    move(
        key,
        ASSESSOR,
        id,
        "assessments",
        Map.of("assessedOn", on, "result", "SUITABLE", "confidentialityAgreement", agreement));
  }

  /** Accepts the man. */
  public void accept(String key, String id, LocalDate on) {
    move(key, COORDINATOR, id, "acceptance", Map.of("decidedOn", on));
  }

  /** Gives him a place, once the run is known here. */
  public void allocate(String key, String id, String runId, LocalDate startsOn) {
    Map<String, Object> body = Map.of("runId", runId, "startsOn", startsOn);
    Boolean _ =
        api.patience()
            .until(() -> "referral-service to know run " + runId, () -> allocated(key, id, body));
  }

  private Optional<Boolean> allocated(String key, String id, Map<String, Object> body) {
    try {
      move(key, COORDINATOR, id, "allocation", body);
      return Optional.of(true);
    } catch (Refused refused) {
      if (refused.answer().problem().equals(UNKNOWN_RUN)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Puts his place under review, and answers by which id that is closed again. */
  public String openReview(String key, String id) {
    Call call = Call.post(reviews(id), key, Map.of()).as(COORDINATOR);
    return api.require(call).json().path("id").asText();
  }

  /** Closes a review that the coordinator opened. */
  public void closeReview(String key, String id, String review) {
    Answer _ =
        api.require(
            Call.post(reviews(id) + "/" + review + "/closing", key, Map.of()).as(COORDINATOR));
  }

  /** How often his timeline tells that a review was opened or closed. */
  public int reviewsTold(String id) {
    Call call = Call.get("/v1/referrals/" + id + "/timeline").as(COORDINATOR);
    int told = 0;
    for (JsonNode entry : api.require(call).json()) {
      told += entry.path("kind").asText().equals("PROGRAMME_REVIEW") ? 1 : 0;
    }
    return told;
  }

  private static String reviews(String id) {
    return "/v1/referrals/" + id + "/programme-reviews";
  }

  /** Reads a referral. */
  public Referral referral(String id) {
    return api.require(read(id)).as(Referral.class);
  }

  /** Reads every referral there is, from page to page. */
  public List<Referral> referrals() {
    return Page.all(
        "/v1/referrals",
        path ->
            api.require(Call.get(path).as(COORDINATOR)).as(new TypeReference<Page<Referral>>() {}));
  }

  private void move(String key, String identity, String id, String move, Object body) {
    Call change = Call.post("/v1/referrals/" + id + "/" + move, key, body).as(identity);
    Answer _ = api.change(read(id), change);
  }

  private static Call read(String id) {
    return Call.get("/v1/referrals/" + id).as(COORDINATOR);
  }
}
