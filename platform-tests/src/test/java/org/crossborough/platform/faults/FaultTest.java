package org.crossborough.platform.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossborough.platform.traffic.Attempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {

  @Test
  void a_seed_replays() {
    assertThat(Fault.schedule(Fault.all(), 7, 60)).isEqualTo(Fault.schedule(Fault.all(), 7, 60));
    assertThat(Fault.schedule(Fault.all(), 7, 60)).isNotEqualTo(Fault.schedule(Fault.all(), 8, 60));
  }

  @Test
  void every_fault_comes_once_before_any_comes_again() {
    List<Fault> all = Fault.all();

    assertThat(Fault.schedule(all, 3, all.size())).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void what_needs_rights_of_the_machine_comes_when_it_is_named_only() {
    List<Fault.Kind> named = List.of(Fault.Kind.PARTITION, Fault.Kind.DISK_FULL);

    assertThat(Fault.all()).extracting(Fault::kind).doesNotContainAnyElementsOf(named);
    assertThat(Fault.all(named))
        .extracting(Fault::kind)
        .containsOnly(named.toArray(Fault.Kind[]::new));
  }

  @Test
  void every_kind_strikes_something() {
    assertThat(Fault.all(List.of(Fault.Kind.values())))
        .extracting(Fault::kind)
        .contains(Fault.Kind.values());
  }

  @ParameterizedTest
  @CsvSource({
    "201, '', OK",
    "400, '', REFUSED",
    "412, /problems/request/stale, REFUSED",
    "422, '', REFUSED",
    "409, /problems/referral/illegal-transition, REFUSED",
    "409, /problems/request/request-in-flight, UNKNOWN",
    "429, '', UNKNOWN",
    "503, '', UNKNOWN",
    "504, '', UNKNOWN",
    "500, '', WRONG",
    "502, '', WRONG",
    "401, '', WRONG",
    "404, '', WRONG"
  })
  void an_answer_is_known_refused_unknown_or_wrong(
      int status, String problem, Attempt.Outcome outcome) {
    assertThat(Attempt.outcome(status, problem)).isEqualTo(outcome);
  }

  @Test
  void a_share_of_all_values_does_not_exceed_the_quantile() {
    List<Long> values = List.of(4L, 1L, 3L, 2L);

    assertThat(Quantile.of(values, 0.5)).isEqualTo(2);
    assertThat(Quantile.of(values, 0.99)).isEqualTo(4);
    assertThat(Quantile.of(values, 1)).isEqualTo(4);
  }
}
