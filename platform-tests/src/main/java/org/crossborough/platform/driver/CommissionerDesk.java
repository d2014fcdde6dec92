package org.crossborough.platform.driver;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Those who pay, and want to see what changed. */
public final class CommissionerDesk {

  private static final Set<String> STANDS =
      Set.of("/problems/release/unchanged", "/problems/release/would-disclose");

  private final PublicApi api;
  private final String identity;

  /** Calls as one of the demo commissioners, or as the analyst. */
  public CommissionerDesk(PublicApi api, String identity) {
    this.api = api;
    this.identity = identity;
  }

  /**
   * Releases London's figures of a period, as an analyst; what was released stays when nothing has
   * changed since, or so little that it would tell of single men.
   */
  public void releaseLondon(String key, String period) {
    Call call =
        Call.post("/v1/releases", key, Map.of("product", "london", "period", period)).as(identity);
    Answer answer = api.send(call);
    if (!answer.isSuccess() && !STANDS.contains(answer.problem())) {
      throw new Refused(call, answer);
    }
  }

  /** Reads every figure this commissioner may see. */
  public List<Metric> metrics() {
    return api.require(Call.get("/v1/metrics").as(identity))
        .as(new TypeReference<Page<Metric>>() {})
        .items();
  }

  /** Reads one figure, computed by a named method. */
  public Metric metric(String id, String method) {
    return api.require(Call.get("/v1/metrics/" + id + "?method=" + method).as(identity))
        .as(Metric.class);
  }
}
