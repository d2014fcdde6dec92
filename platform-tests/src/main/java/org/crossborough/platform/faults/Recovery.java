package org.crossborough.platform.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.PublicApi;

/** Times how long those who need a process are without it. */
final class Recovery {

  private static final long PAUSE_MILLIS = 20;
  private static final Call REFERRALS =
      Call.get("/v1/referrals?limit=1").as("demo-referral-coordinator");
  private static final Call CASES = Call.get("/v1/survivor-cases?limit=1").as("demo-iss-worker");

  /** What only that process lets succeed; for those not named, what should go on without them. */
  private static final Map<String, Call> NEEDS =
      Map.of(
          "programme-service",
          Call.get("/v1/runs?limit=1").as("demo-programme-manager"),
          "safety-service",
          CASES,
          "postgres-safety",
          CASES,
          "outcomes-service",
          Call.get("/v1/metrics").as("demo-commissioner-london"));

  private final PublicApi api;
  private final Duration limit;

  Recovery(PublicApi api, Duration limit) {
    this.api = api;
    this.limit = limit;
  }

  /** Begins now; there is no time when nothing succeeded within the limit. */
  CompletableFuture<OptionalLong> begin(Fault fault) {
    long start = System.nanoTime();
    Call call = NEEDS.getOrDefault(fault.process(), REFERRALS);
    return CompletableFuture.supplyAsync(() -> await(call, start));
  }

  private OptionalLong await(Call call, long start) {
    while (System.nanoTime() - start < limit.toNanos()) {
      if (succeeds(call)) {
        return OptionalLong.of((System.nanoTime() - start) / 1_000_000);
      }
      Saboteur.sleep(PAUSE_MILLIS);
    }
    return OptionalLong.empty();
  }

  /** Makes sure before a fault that a success after it means something. */
  void assertWell(Fault fault) {
    Call call = NEEDS.getOrDefault(fault.process(), REFERRALS);
    api.patience().until("success of " + call, () -> succeeds(call));
  }

  private boolean succeeds(Call call) {
    try {
      return api.exchange(call).isSuccess();
    } catch (IOException nobodyThere) {
      return false;
    }
  }
}
