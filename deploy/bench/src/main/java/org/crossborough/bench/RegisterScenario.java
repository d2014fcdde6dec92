package org.crossborough.bench;

import java.io.IOException;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossborough.bench.Bench.Measuring;
import org.crossborough.local.RunningPlatform;

/** A register of twelve men, saved again and again with other minutes, among many runs. */
final class RegisterScenario {

  private static final int MEN = 12;
  private static final String FACILITATOR = "demo-facilitator";

  private final RunningPlatform platform;
  private final Load load;

  RegisterScenario(RunningPlatform platform, Load load) {
    this.platform = platform;
    this.load = load;
  }

  void measure(int runs, Measuring measuring) throws InterruptedException {
    ReferralScenarios.databaseOf(platform, "programme-service")
        .execute(Database.script("registers.sql").replace(":runs", "" + runs));
    String headers =
        "Authorization: Bearer %s\r\nContent-Type: application/json\r\nIf-Match: *\r\n"
            .formatted(platform.tokenOf(FACILITATOR));
    int runsOfEach = runs / load.callers();
    measuring.of(
        "save a register of 12 men",
        runs,
        Double.NaN,
        meter ->
            load.of(
                URI.create(platform.gatewayUrl()),
                (connection, number) -> save(connection, headers, number, runsOfEach),
                meter));
  }

  /** No two callers save the same register, and no register is saved twice alike in a row. */
  private static boolean save(HttpConnection connection, String headers, long number, int runs)
      throws IOException {
    long caller = number / Load.NUMBERS;
    long turn = number % Load.NUMBERS;
    long run = caller * runs + turn % runs + 1;
    long minutes = 300 - turn / runs % 60;
    String entries =
        IntStream.rangeClosed(1, MEN)
            .mapToObj(man -> entry(run, man, minutes))
            .collect(Collectors.joining(",", "{\"entries\":[", "]}"));
    String path = "/v1/sessions/00000000-0000-7001-8000-%012d/register".formatted(run);
    return connection.send("PUT", path, headers, entries).status() == 200;
  }

  private static String entry(long run, int man, long minutes) {
    return "{\"enrolmentId\":\"00000000-0000-7002-80%02d-%012d\",\"code\":\"ATTENDED\",\"attendedMinutes\":%d}"
        .formatted(man, run, minutes);
  }
}
