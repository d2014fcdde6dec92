package org.crossborough.platform.driver;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;

/** Those who pay, and want to see what changed. */
public final class CommissionerDesk {

  private final PublicApi api;
  private final String identity;

  /** Calls as one of the demo commissioners, or as the analyst. */
  public CommissionerDesk(PublicApi api, String identity) {
    this.api = api;
    this.identity = identity;
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
