package org.crossborough.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crossborough.gateway.limits.Allowance.Verdict;
import org.junit.jupiter.api.Test;

/** What one process lets in of what all may. */
class AllowanceTest {

  private static final Rate RATE = new Rate("client", 100, 200);

  private final List<Promise<Lease>> asked = new ArrayList<>();
  private final Buckets shared =
      (subject, rate, wanted) -> {
        Promise<Lease> lease = Promise.promise();
        asked.add(lease);
        return lease.future();
      };
  private final Allowance allowance = new Allowance("client a", RATE, 2);

  private List<Future<Verdict>> take(int requests) {
    return IntStream.range(0, requests)
        .mapToObj(_ -> allowance.take(shared, System.nanoTime()))
        .toList();
  }

  private static long allowed(List<Future<Verdict>> verdicts) {
    return verdicts.stream()
        .filter(verdict -> verdict.succeeded() && verdict.result().allowed())
        .count();
  }

  @Test
  void one_lease_is_fetched_for_all_who_wait() {
    List<Future<Verdict>> verdicts = take(10);

    assertThat(asked).hasSize(1);
    asked.getFirst().complete(new Lease(10, 190));
    assertThat(allowed(verdicts)).isEqualTo(10);
  }

  @Test
  void most_requests_need_no_lease() {
    List<Future<Verdict>> first = take(1);
    asked.getFirst().complete(new Lease(10, 190));

    assertThat(allowed(first) + allowed(take(9))).isEqualTo(10);
    assertThat(asked).hasSize(1);
  }

  @Test
  void who_finds_the_lease_used_up_gets_another() {
    List<Future<Verdict>> verdicts = take(15);
    asked.getFirst().complete(new Lease(10, 190));
    assertThat(allowed(verdicts)).isEqualTo(10);

    assertThat(asked).hasSize(2);
    asked.getLast().complete(new Lease(10, 180));
    assertThat(allowed(verdicts)).isEqualTo(15);
  }

  @Test
  void an_empty_bucket_refuses_and_a_flood_does_not_ask_again() {
    Allowance slow = new Allowance("client b", new Rate("client", 1, 3), 2);
    Future<Verdict> first = slow.take(shared, System.nanoTime());
    asked.getFirst().complete(new Lease(0, 0));
    List<Future<Verdict>> flood =
        IntStream.range(0, 1000).mapToObj(_ -> slow.take(shared, System.nanoTime())).toList();

    assertThat(first.result().allowed()).isFalse();
    assertThat(flood)
        .allMatch(
            verdict -> !verdict.result().allowed() && verdict.result().retryAfterMillis() > 0);
    assertThat(asked).hasSize(1);
  }

  @Test
  void while_nobody_knows_the_shared_bucket_each_process_takes_its_part() {
    Buckets away = (subject, rate, wanted) -> Future.failedFuture("away");
    long allowed =
        IntStream.range(0, 1000)
            .filter(_ -> allowance.take(away, System.nanoTime()).result().allowed())
            .count();

    assertThat(allowed).as("not closed, and not open").isBetween(100L, 150L);
  }
}
