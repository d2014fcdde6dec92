package org.crossborough.platform.driver;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Those who run the programme: its manager and a facilitator. */
public final class ProgrammeDesk {

  /** Who leads every session. */
  public static final List<String> FACILITATORS =
      List.of("demo-facilitator", "demo-second-facilitator");

  private static final String MANAGER = "demo-programme-manager";
  private static final String FACILITATOR = FACILITATORS.getFirst();

  private final PublicApi api;

  /** Calls as the demo manager and the demo facilitator. */
  public ProgrammeDesk(PublicApi api) {
    this.api = api;
  }

  /** Schedules a run. */
  public Run schedule(String key, NewRun run) {
    return api.require(Call.post("/v1/runs", key, run).as(MANAGER)).as(Run.class);
  }

  /** Reads the men of a run. */
  public List<Enrolment> enrolments(String runId) {
    return Page.all(
        "/v1/runs/" + runId + "/enrolments",
        path ->
            api.require(Call.get(path).as(FACILITATOR))
                .as(new TypeReference<Page<Enrolment>>() {}));
  }

  /** Records that a session took place. */
  public void hold(String key, String sessionId, int actualMinutes) {
    Object body = Map.of("actualMinutes", actualMinutes, "facilitators", FACILITATORS);
    Call change = Call.post(session(sessionId) + "/holding", key, body).as(FACILITATOR);
    Answer _ = api.change(Call.get(session(sessionId)).as(FACILITATOR), change);
  }

  /** Saves the register of a session, all or nothing. */
  public void saveRegister(String sessionId, List<RegisterEntry> entries) {
    Call change =
        Call.put(session(sessionId) + "/register", Map.of("entries", entries)).as(FACILITATOR);
    Answer _ = api.change(Call.get(session(sessionId)).as(FACILITATOR), change);
  }

  /** Records that a man never came. */
  public void recordNoShow(String key, String enrolmentId) {
    move(key, enrolmentId, "no-show", Map.of());
  }

  /** Records that a man left before the end. */
  public void recordExit(String key, String enrolmentId, String reasonCode, LocalDate on) {
    move(key, enrolmentId, "exit", Map.of("reasonCode", reasonCode, "exitedOn", on));
  }

  /** Records that a man has completed the programme. */
  public void recordCompletion(String key, String enrolmentId, LocalDate on) {
    move(key, enrolmentId, "completion", Map.of("completedOn", on, "endReviewDone", true));
  }

  private void move(String key, String enrolmentId, String move, Object body) {
    String path = "/v1/enrolments/" + enrolmentId;
    Call change = Call.post(path + "/" + move, key, body).as(MANAGER);
    Answer _ = api.change(Call.get(path).as(MANAGER), change);
  }

  private static String session(String id) {
    return "/v1/sessions/" + id;
  }
}
