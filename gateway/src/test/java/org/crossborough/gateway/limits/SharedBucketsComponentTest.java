package org.crossborough.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.crossborough.gateway.limits.Allowance.Verdict;
import org.crossborough.gateway.store.SharedStore;
import org.crossborough.gateway.store.StoreConfig;
import org.crossborough.local.TestInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What several processes let in together, with the real database between them. */
class SharedBucketsComponentTest {

  private static final Rate RATE = new Rate("client", 50, 100);

  private final List<Vertx> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Vertx::close);
  }

  private SharedBuckets process(String url) {
    Vertx vertx = Vertx.vertx();
    processes.add(vertx);
    return new SharedBuckets(SharedStore.open(vertx, new Store(url)));
  }

  private static String url() {
    return TestInfrastructure.shared().environmentOf("gateway").getOrDefault("STORE_URL", "");
  }

  private record Store(String address) implements StoreConfig {
    @Override
    public Optional<String> url() {
      return Optional.of(address);
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Duration pause() {
      return Duration.ofSeconds(1);
    }

    @Override
    public int connections() {
      return 2;
    }
  }

  private static Verdict ask(Allowance allowance, Buckets shared) throws Exception {
    return allowance
        .take(shared, System.nanoTime())
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  @Test
  void two_processes_let_in_together_what_one_would() throws Exception {
    String subject = "client " + UUID.randomUUID();
    List<SharedBuckets> doors = List.of(process(url()), process(url()));
    List<Allowance> allowances =
        List.of(new Allowance(subject, RATE, 2), new Allowance(subject, RATE, 2));
    long began = System.nanoTime();
    int allowed = 0;

    while (System.nanoTime() - began < Duration.ofSeconds(2).toNanos()) {
      for (int door = 0; door < 2; door++) {
        allowed += ask(allowances.get(door), doors.get(door)).allowed() ? 1 : 0;
      }
    }

    double seconds = (System.nanoTime() - began) / 1e9;
    double most = RATE.burst() + RATE.perSecond() * seconds;
    assertThat(allowed).isLessThanOrEqualTo((int) Math.ceil(most));
    assertThat((double) allowed).as("and hardly less").isCloseTo(most, within(0.2 * most));
  }

  @Test
  void a_store_that_is_gone_neither_opens_the_door_nor_closes_it() throws Exception {
    SharedBuckets gone = process("postgresql://gateway:x@127.0.0.1:1/gateway");
    Allowance allowance = new Allowance("client a", RATE, 2);
    int allowed = 0;

    for (int request = 0; request < 500; request++) {
      allowed += ask(allowance, gone).allowed() ? 1 : 0;
    }

    assertThat(allowed).isBetween(RATE.burst() / 2, RATE.burst());
  }

  @Test
  void callers_do_not_share_a_bucket() throws Exception {
    SharedBuckets shared = process(url());
    Rate small = new Rate("client", 1, 1);
    String other = "client " + UUID.randomUUID();

    Future<Lease> first = shared.lease("client " + UUID.randomUUID(), small, 1);
    Future<Lease> second = shared.lease(other, small, 1);
    Future<Lease> again = second.compose(_ -> shared.lease(other, small, 1));

    List<Lease> leases =
        Future.all(first, second, again)
            .<List<Lease>>map(all -> all.list())
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    assertThat(leases).extracting(Lease::granted).containsExactly(1, 1, 0);
  }
}
