package org.crossborough.platform.driver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A borough's referral system. */
public final class BoroughClient {

  private static final String KEY_REUSED = "/problems/request/idempotency-key-reused";

  private final PublicApi api;
  private final String identity;

  /** Calls as one of the machine clients. */
  public BoroughClient(PublicApi api, String identity) {
    this.api = api;
    this.identity = identity;
  }

  /** Records a screening and tells its id. */
  public String screen(String key, NewScreening screening) {
    Call call = Call.post("/v1/screenings", key, screening).as(identity);
    return api.require(call).json().path("id").asText();
  }

  /** Refers a man. */
  public Referral refer(String key, NewReferral referral) {
    return api.require(Call.post("/v1/referrals", key, referral).as(identity)).as(Referral.class);
  }

  /** Reads one of its own referrals. */
  public Referral referral(String id) {
    return api.require(Call.get("/v1/referrals/" + id).as(identity)).as(Referral.class);
  }

  /**
   * Hands over, sealed, the people at risk from a man. Every envelope is new even around the same
   * details, so a key that was used before says that they were handed over then.
   */
  public void handOver(String key, String referralId, List<PersonAtRisk> persons) {
    String keys = api.require(Call.get("/v1/at-risk-details/keys")).text();
    String envelope =
        SealedEnvelope.seal(Map.of("referralId", referralId, "persons", persons), keys);
    Call call = sealed(key, envelope).as(identity);
    Answer answer = api.send(call);
    if (!answer.isSuccess() && !answer.problem().equals(KEY_REUSED)) {
      throw new Refused(call, answer);
    }
  }

  /** The hand-over of an envelope, by nobody yet. */
  public static Call sealed(String key, String envelope) {
    return Call.bodied("POST", "/v1/at-risk-details", envelope.getBytes(StandardCharsets.US_ASCII))
        .with("Content-Type", "application/jose")
        .with("Idempotency-Key", key);
  }

  /** Records a Treatment Outcomes Profile, once outcomes are kept for that referral. */
  public void recordTop(String key, NewTopRecord record) {
    Call call = Call.post("/v1/top-records", key, record).as(identity);
    Answer _ =
        api.patience()
            .until(
                () -> "outcomes-service to know referral " + record.referralId(),
                () -> recorded(call));
  }

  private Optional<Answer> recorded(Call call) {
    Answer answer = api.send(call);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (!answer.isSuccess()) {
      throw new Refused(call, answer);
    }
    return Optional.of(answer);
  }
}
