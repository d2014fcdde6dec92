package org.crossborough.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.crossborough.bench.Bench.Measuring;
import org.crossborough.local.RunningPlatform;

/** A commissioner's feed, page by page anywhere in it, and asked whether there is anything new. */
final class FeedsScenario {

  private static final List<Integer> LINES = List.of(10_000, 1_000_000);
  private static final int PAGE = 50;
  private static final byte CURSOR_FORMAT = 1;
  private static final String READER = "demo-commissioner-london";
  private static final String AREA = "E12000007";
  private static final String FEED = "/v1/feeds/london?limit=" + PAGE;

  private final RunningPlatform platform;
  private final Load load;
  private final Database database;

  FeedsScenario(RunningPlatform platform, Load load) {
    this.platform = platform;
    this.load = load;
    this.database = ReferralScenarios.databaseOf(platform, "outcomes-service");
  }

  void measure(Measuring measuring) throws InterruptedException {
    int before = 0;
    for (int lines : LINES) {
      database.execute(
          Database.script("feeds.sql")
              .replace(":first", "" + (before + 1))
              .replace(":last", "" + lines));
      before = lines;
      String headers = "Authorization: Bearer %s\r\n".formatted(platform.tokenOf(READER));
      URI gateway = URI.create(platform.gatewayUrl());
      measuring.of(
          "page of 50 lines anywhere in a feed",
          lines,
          Double.NaN,
          meter ->
              load.of(gateway, (caller, number) -> page(caller, headers, number, lines), meter));
      measuring.of(
          "first page of a feed, nothing new",
          lines,
          Double.NaN,
          meter -> load.of(gateway, (caller, _) -> nothingNew(caller, headers, lines), meter));
    }
  }

  private static boolean page(HttpConnection caller, String headers, long number, int lines)
      throws IOException {
    // A large odd step goes everywhere without a generator.
    long place = PAGE + 1L + Math.floorMod(number * 7_368_787, (long) lines - PAGE);
    return caller.send("GET", FEED + "&cursor=" + before(place), headers, "").status() == 200;
  }

  private static boolean nothingNew(HttpConnection caller, String headers, int lines)
      throws IOException {
    String held = "If-None-Match: \"%s-%d-%d\"\r\n".formatted(AREA, lines, PAGE);
    return caller.send("GET", FEED, headers + held, "").status() == 304;
  }

  private static String before(long place) {
    byte[] cursor = ByteBuffer.allocate(17).put(CURSOR_FORMAT).putLong(0).putLong(place).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }
}
