package org.crossborough.platform.driver;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;

/** Those who support the people at risk: a worker and her manager. */
public final class SupportDesk {

  private static final String WORKER = "demo-iss-worker";
  private static final String MANAGER = "demo-iss-manager";
  private static final String PURPOSE = "SUPPORT_CALL";
  private static final String ALREADY_PUBLISHED = "/problems/aggregates/already-published";

  private final PublicApi api;

  /** Calls as the demo support worker and her manager. */
  public SupportDesk(PublicApi api) {
    this.api = api;
  }

  /** Reads the whole worklist, from page to page. */
  public List<SurvivorCase.Listed> worklist() {
    return Page.all(
        "/v1/survivor-cases",
        path ->
            api.require(Call.get(path).as(WORKER))
                .as(new TypeReference<Page<SurvivorCase.Listed>>() {}));
  }

  /** Reads one case; the reading is audited. */
  public SurvivorCase read(String caseId) {
    return api.require(reading(caseId)).as(SurvivorCase.class);
  }

  /** Records an attempt to reach her. */
  public void recordAttempt(String key, String caseId, NewContactAttempt attempt) {
    Call change = Call.post(path(caseId) + "/contact-attempts", key, attempt).as(WORKER);
    Answer _ = api.change(reading(caseId), change);
  }

  /** Says that the man may start, as far as the people at risk from him are concerned. */
  public void clearStart(String key, String caseId) {
    Call change = Call.post(path(caseId) + "/start-clearance", key, Map.of()).as(WORKER);
    Answer _ = api.change(reading(caseId), change);
  }

  /** Stops his programme, and answers by which id it goes on again. */
  public String placeHold(String key, String caseId) {
    Call change = Call.post(path(caseId) + "/holds", key, Map.of()).as(WORKER);
    return api.change(reading(caseId), change).json().path("holdId").asText();
  }

  /** Lets his programme go on. */
  public void liftHold(String key, String caseId, String holdId) {
    Call change =
        Call.post(path(caseId) + "/holds/" + holdId + "/lifting", key, Map.of()).as(WORKER);
    Answer _ = api.change(reading(caseId), change);
  }

  /** Publishes the figures of a period after disclosure control; a period is published once. */
  public void publishAggregates(String key, String period) {
    Call call = Call.post("/v1/safety-aggregates", key, Map.of("period", period)).as(MANAGER);
    Answer answer = api.send(call);
    if (!answer.isSuccess() && !answer.problem().equals(ALREADY_PUBLISHED)) {
      throw new Refused(call, answer);
    }
  }

  private static Call reading(String caseId) {
    return Call.get(path(caseId)).as(WORKER).with("X-Purpose", PURPOSE);
  }

  private static String path(String caseId) {
    return "/v1/survivor-cases/" + caseId;
  }
}
