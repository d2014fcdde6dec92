package org.crossborough.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.crossborough.bench.Bench.Measuring;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.process.ProcessMemory;

/**
 * Whether a crowd of idle and slow callers is felt by the others: the same reads, alone and beside
 * it. Half of the slow ones hold a good token and send the body of a referral, which is the worst
 * they can do: what a service is asked while it waits for a body costs it a connection. The gateway
 * gives a head 20 seconds and a body 60, and idle connections 75: slow ones that are cut off come
 * again.
 */
final class CrowdScenario {

  private static final String READ = "/v1/boroughs/E09000019";
  private static final int IDLE = 10_000;
  private static final int SLOW = 500;

  private final RunningPlatform platform;
  private final Load load;

  CrowdScenario(RunningPlatform platform, Load load) {
    this.platform = platform;
    this.load = load;
  }

  void measure(Measuring measuring) throws InterruptedException {
    double[] alone = {Double.NaN};
    measuring.of(
        "read a borough, alone",
        0,
        Double.NaN,
        meter -> {
          Figures figures = read(meter);
          alone[0] = figures.perSecond();
          return figures;
        });
    URI door = URI.create(platform.gatewayUrl());
    try (Crowd crowd = new Crowd(door)) {
      gather(crowd);
      measuring.of(
          "read a borough, beside idle and slow callers", IDLE + 2 * SLOW, alone[0], this::read);
      System.out.printf(
          "Idle ones still there: %,d of %,d; slow ones cut off and come again: %,d; the gateway"
              + " holds %,d MB%n",
          crowd.openIdle(), IDLE, crowd.comeAgain(), memory());
    }
  }

  private void gather(Crowd crowd) {
    try {
      Crowd _ =
          crowd
              .idle(IDLE)
              .slowHeads(SLOW)
              .slowBodies(SLOW, "/v1/referrals", platform.tokenOf("demo-borough-islington"))
              .dawdle();
    } catch (IOException e) {
      throw new UncheckedIOException("Raise the limit of open files: ulimit -n", e);
    }
  }

  private long memory() {
    return ProcessMemory.megabytesOf(ProcessHandle.of(platform.pidOf("gateway")).orElseThrow());
  }

  private Figures read(Meter meter) throws InterruptedException {
    String headers =
        "Authorization: Bearer %s\r\n".formatted(platform.tokenOf("demo-referral-coordinator"));
    return load.of(
        URI.create(platform.gatewayUrl()),
        (connection, _) -> connection.send("GET", READ, headers, "").status() == 200,
        meter);
  }
}
