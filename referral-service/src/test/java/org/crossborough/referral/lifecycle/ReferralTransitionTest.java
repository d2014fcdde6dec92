package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferralTransitionTest {

  /** Each status with those that may follow, as the pathway is agreed. */
  private static final String AGREED =
      """
      RECEIVED: RETURNED_INCOMPLETE, IN_TRIAGE, DUPLICATE
      RETURNED_INCOMPLETE: RECEIVED, CLOSED_NO_RESPONSE
      IN_TRIAGE: AWAITING_AT_RISK_DETAILS, ASSESSMENT_OFFERED, DECLINED, REDIRECTED, WITHDRAWN
      AWAITING_AT_RISK_DETAILS: ASSESSMENT_OFFERED, DECLINED, WITHDRAWN
      ASSESSMENT_OFFERED: IN_ASSESSMENT, CLOSED_NO_CONTACT, WITHDRAWN
      IN_ASSESSMENT: IN_ASSESSMENT, ACCEPTED, DEFERRED, DECLINED, REDIRECTED, WITHDRAWN
      DEFERRED: IN_ASSESSMENT, DECLINED, WITHDRAWN
      ACCEPTED: WAITING_LIST, ALLOCATED, WITHDRAWN
      WAITING_LIST: ALLOCATED, DEFERRED, WITHDRAWN
      ALLOCATED:
      DECLINED: IN_TRIAGE
      REDIRECTED: IN_TRIAGE
      WITHDRAWN: IN_TRIAGE
      CLOSED_NO_CONTACT: IN_TRIAGE
      CLOSED_NO_RESPONSE: IN_TRIAGE
      DUPLICATE: IN_TRIAGE
      """;

  @Test
  void every_status_leads_where_the_pathway_says_and_nowhere_else() {
    assertThat(followers()).isEqualTo(agreed());
  }

  @Test
  void no_two_moves_go_the_same_way() {
    for (ReferralStatus from : ReferralStatus.values()) {
      assertThat(Arrays.stream(ReferralTransition.values()).filter(t -> t.isLegalFrom(from)))
          .extracting(ReferralTransition::to)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void only_receiving_comes_from_nowhere() {
    assertThat(ReferralTransition.values())
        .filteredOn(transition -> transition.isLegalFrom(null))
        .containsExactly(ReferralTransition.RECEIVE);
  }

  @Test
  void every_status_can_be_reached() {
    Set<ReferralStatus> reached = EnumSet.of(ReferralStatus.RECEIVED);
    int before;
    do {
      before = reached.size();
      for (ReferralTransition transition : ReferralTransition.values()) {
        if (transition.from().stream().anyMatch(reached::contains)) {
          reached.add(transition.to());
        }
      }
    } while (reached.size() > before);

    assertThat(reached).containsExactlyInAnyOrder(ReferralStatus.values());
  }

  private static Map<ReferralStatus, Set<ReferralStatus>> followers() {
    Map<ReferralStatus, Set<ReferralStatus>> followers = new EnumMap<>(ReferralStatus.class);
    for (ReferralStatus status : ReferralStatus.values()) {
      Set<ReferralStatus> next = EnumSet.noneOf(ReferralStatus.class);
      for (ReferralTransition transition : ReferralTransition.values()) {
        if (transition.from().contains(status)) {
          next.add(transition.to());
        }
      }
      followers.put(status, next);
    }
    return followers;
  }

  private static Map<ReferralStatus, Set<ReferralStatus>> agreed() {
    return AGREED
        .lines()
        .map(line -> line.split(":", -1))
        .collect(
            Collectors.toMap(
                parts -> ReferralStatus.valueOf(parts[0]), parts -> statuses(parts[1])));
  }

  private static Set<ReferralStatus> statuses(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(ReferralStatus::valueOf)
        .collect(Collectors.toSet());
  }
}
