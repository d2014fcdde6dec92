package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.PublicApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two processes of the gateway on one store: a client or an address has one allowance, whichever it
 * comes to.
 */
@ExtendWith(AcceptancePlatform.class)
class TwoGatewaysAcceptanceIT {

  private static final String BUSY = "demo-borough-lambeth";
  private static final int RATE = 20;
  private static final int BURST = 40;
  private static final String SLOW = "demo-borough-southwark";
  private static final int SLOW_BURST = 30;

  /** More than the clients of this test need, who all come from one other address. */
  private static final int ADDRESS_BURST = 600;

  private static final Map<String, String> AGREED =
      Map.of(
          // On a busy machine the store may be slow, and a gateway would go on without it.
          "crossborough.gateway.store.patience",
          "20S",
          rate(BUSY, "per-second"),
          Integer.toString(RATE),
          rate(BUSY, "burst"),
          Integer.toString(BURST),
          rate(SLOW, "per-second"),
          "1",
          rate(SLOW, "burst"),
          Integer.toString(SLOW_BURST),
          "crossborough.gateway.rates.address.per-second",
          "1",
          "crossborough.gateway.rates.address.burst",
          Integer.toString(ADDRESS_BURST));

  /** Nobody else comes from it. */
  private static final String ADDRESS = "127.0.0.31";

  private static final int CALLERS = 4;
  private static final int CALLS = 100;

  private static String rate(String client, String what) {
    return "crossborough.gateway.rates.agreed." + client + "." + what;
  }

  @Test
  void what_a_client_or_an_address_may_is_counted_over_both(UnderTest platform) throws Exception {
    try (GatewayProcess one = GatewayProcess.beside(platform.platform(), AGREED);
        GatewayProcess other = GatewayProcess.beside(platform.platform(), AGREED)) {
      togetherTheyLetInWhatOneWould(platform.apiAt(one.url()), platform.apiAt(other.url()));
      whatWasUsedAtOneIsGoneAtTheOther(platform.apiAt(one.url()), platform.apiAt(other.url()));
      soIsWhatAnAddressMay(URI.create(one.url()), URI.create(other.url()));
    }
  }

  /** Without a token nobody is let in: whoever has asked too often is not even asked for one. */
  private static void soIsWhatAnAddressMay(URI one, URI other) throws Exception {
    long began = System.nanoTime();
    int[] passed = new int[2];
    try (HttpClient caller =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(InetAddress.getByName(ADDRESS))
            .build()) {
      for (int request = 0; request < ADDRESS_BURST + CALLS; request++) {
        URI door = request % 2 == 0 ? one : other;
        HttpResponse<Void> answer =
            caller.send(
                HttpRequest.newBuilder(door.resolve("/v1/referrals")).build(),
                BodyHandlers.discarding());
        assertThat(answer.statusCode()).isIn(401, 429);
        passed[request % 2] += answer.statusCode() == 401 ? 1 : 0;
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;

    System.out.printf(
        "Two gateways, one address, %d requests in %.1f s: %s passed of at most %.0f%n",
        ADDRESS_BURST + CALLS, seconds, Arrays.toString(passed), ADDRESS_BURST + seconds);
    assertThat(passed[0] + passed[1]).isLessThanOrEqualTo((int) (ADDRESS_BURST + seconds));
    assertThat(passed[0]).as("at the one").isPositive();
    assertThat(passed[1]).as("at the other").isPositive();
  }

  private static void togetherTheyLetInWhatOneWould(PublicApi one, PublicApi other)
      throws Exception {
    long began = System.nanoTime();
    List<Integer> allowed = new ArrayList<>();
    try (one;
        other;
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<Integer>> tallies = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        PublicApi door = caller % 2 == 0 ? one : other;
        Callable<Integer> work = () -> allowed(door, BUSY, CALLS);
        tallies.add(callers.submit(work));
      }
      for (Future<Integer> tally : tallies) {
        allowed.add(tally.get());
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;

    int sum = allowed.stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "Two gateways, %d requests in %.1f s: %s let in of at most %.0f%n",
        CALLERS * CALLS, seconds, allowed, BURST + RATE * seconds);
    assertThat(sum).isBetween(BURST, (int) (BURST + RATE * seconds));
    assertThat(sum).as("some must be refused").isLessThan(CALLERS * CALLS);
    assertThat(allowed.get(0) + allowed.get(2)).as("at the one").isPositive();
    assertThat(allowed.get(1) + allowed.get(3)).as("at the other").isPositive();
  }

  private static void whatWasUsedAtOneIsGoneAtTheOther(PublicApi one, PublicApi other)
      throws IOException {
    long began = System.nanoTime();
    try (one;
        other) {
      int first = allowed(one, SLOW, SLOW_BURST);
      int then = allowed(other, SLOW, SLOW_BURST);
      double seconds = (System.nanoTime() - began) / 1e9;

      assertThat(first).as("one alone may let in all").isEqualTo(SLOW_BURST);
      assertThat(then).isLessThanOrEqualTo((int) seconds);
    }
  }

  /** How many of so many requests are let in, each sent when the one before was answered. */
  private static int allowed(PublicApi door, String client, int requests) throws IOException {
    int allowed = 0;
    for (int request = 0; request < requests; request++) {
      Answer answer = door.exchange(Call.get("/v1/referrals?limit=1").as(client));
      assertThat(answer.status()).isIn(200, 429);
      if (answer.status() == 429) {
        assertThat(answer.header("Retry-After")).isNotEmpty();
      }
      allowed += answer.status() == 200 ? 1 : 0;
    }
    return allowed;
  }
}
