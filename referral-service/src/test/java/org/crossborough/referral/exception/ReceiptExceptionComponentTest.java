package org.crossborough.referral.exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.anAssessedReferral;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.referral.testing.BehindTheService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReceiptExceptionComponentTest {

  private static final String PROPOSAL =
      """
      {"code":"PARTNER_DECEASED","reason":"Confirmed by his keyworker."}
      """;

  @Test
  void two_persons_excuse_a_referral_from_the_receipt_and_acceptance_says_so() {
    String id = anAssessedReferral();
    assertRefused(
        move(COORDINATOR, id, "acceptance", "{}"), 409, "referral/at-risk-receipt-missing");
    String exception = proposed(ASSESSOR, id);
    assertRefused(
        move(COORDINATOR, id, "acceptance", "{}"), 409, "referral/at-risk-receipt-missing");

    Response approved = decide(MANAGER, id, exception, "approval");

    moved(approved);
    assertThat(approved.jsonPath().getString("status")).isEqualTo("APPROVED");
    assertThat(approved.jsonPath().getString("decidedBy")).isEqualTo(MANAGER);
    moved(move(COORDINATOR, id, "acceptance", "{}"));
    assertThat(
            Wire.await(ReferralAccepted.class, e -> e.referralId().toString().equals(id))
                .acceptanceBasis())
        .isEqualTo("PARTNER_DECEASED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"approval", "refusal"})
  void whoever_proposes_does_not_decide(String decision) {
    String id = aReferral(ISLINGTON);
    String exception = proposed(COORDINATOR, id);

    assertRefused(decide(COORDINATOR, id, exception, decision), 409, "exception/same-person");
    assertRefused(decide(ASSESSOR, id, exception, decision), 403, "request/forbidden");
    moved(decide(MANAGER, id, exception, decision));
    assertRefused(decide(MANAGER, id, exception, decision), 409, "exception/already-decided");
  }

  @Test
  void the_database_knows_that_it_takes_two_persons() {
    String id = aReferral(ISLINGTON);
    String exception = proposed(COORDINATOR, id);

    assertThatThrownBy(() -> approveAsProposer(exception))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("exception_to_receipt_two_persons");
  }

  @Test
  void of_two_who_approve_at_once_one_does() throws Exception {
    String id = aReferral(ISLINGTON);
    String exception = proposed(ASSESSOR, id);
    String seen = as(MANAGER).get(path(id) + "/" + exception).header("ETag");
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> attempts =
          List.of(
              () -> decide(MANAGER, id, exception, "approval", seen).statusCode(),
              () -> decide(COORDINATOR, id, exception, "approval", seen).statusCode());
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : callers.invokeAll(attempts)) {
        answers.add(answer.get());
      }

      assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }
  }

  @Test
  void the_proposer_and_nobody_else_withdraws_and_may_propose_again() {
    String id = aReferral(ISLINGTON);
    String exception = proposed(ASSESSOR, id);

    assertRefused(propose(COORDINATOR, id, PROPOSAL), 409, "exception/already-proposed");
    assertRefused(
        decide(COORDINATOR, id, exception, "withdrawal"), 409, "exception/not-the-proposer");
    moved(decide(ASSESSOR, id, exception, "withdrawal"));
    assertRefused(decide(MANAGER, id, exception, "approval"), 409, "exception/already-decided");
    var _ = proposed(COORDINATOR, id);

    assertThat(as(MANAGER).get(path(id)).jsonPath().getList("items.status"))
        .containsExactly("PROPOSED", "WITHDRAWN");
  }

  @Test
  void a_refused_exception_excuses_nothing() {
    String id = anAssessedReferral();
    String exception = proposed(ASSESSOR, id);

    moved(decide(COORDINATOR, id, exception, "refusal"));

    assertRefused(
        move(COORDINATOR, id, "acceptance", "{}"), 409, "referral/at-risk-receipt-missing");
  }

  @Test
  void what_has_ended_needs_no_exception() {
    String id = aReferral(ISLINGTON);
    String exception = proposed(ASSESSOR, id);
    moved(move(COORDINATOR, id, "duplicate", "{}"));

    assertRefused(decide(MANAGER, id, exception, "approval"), 409, "referral/not-open");
    moved(decide(ASSESSOR, id, exception, "withdrawal"));
    assertRefused(propose(ASSESSOR, id, PROPOSAL), 409, "referral/not-open");
  }

  @Test
  void a_reason_is_given_and_lets_nobody_be_found() {
    String id = aReferral(ISLINGTON);

    assertViolated(propose(ASSESSOR, id, "{\"code\":\"PARTNER_DECEASED\"}"), "reason", "REQUIRED");
    for (String contact : List.of("07700 900123", "N1 1AA", "somebody@example.org")) {
      assertViolated(
          propose(
              ASSESSOR,
              id,
              "{\"code\":\"PARTNER_DECEASED\",\"reason\":\"Ask %s\"}".formatted(contact)),
          "reason",
          "CONTAINS_CONTACT_DETAILS");
    }
    assertRefused(
        propose(ASSESSOR, id, "{\"code\":\"NOBODY_ASKED\",\"reason\":\"None\"}"),
        400,
        "request/malformed-body");
  }

  @Test
  void an_exception_is_found_beneath_its_own_referral_by_those_who_work_on_it() {
    String id = aReferral(ISLINGTON);
    String other = aReferral(ISLINGTON);
    String exception = proposed(ASSESSOR, id);

    moved(as(ASSESSOR).get(path(id) + "/" + exception));
    assertRefused(as(ASSESSOR).get(path(other) + "/" + exception), 404, "exception/not-found");
    assertRefused(as(ISLINGTON).get(path(id)), 403, "request/forbidden");
    assertRefused(as(MANAGER).get(path(UUID.randomUUID().toString())), 404, "referral/not-found");
  }

  @Test
  void a_query_that_forgets_its_borough_finds_none_of_another() throws Exception {
    String id = aReferral(ISLINGTON);
    var _ = proposed(ASSESSOR, id);
    String sql = "select * from exception_to_receipt";

    assertThat(Psql.rows("E09000007", sql)).isEmpty();
    assertThat(Psql.rows("E09000019", sql)).isNotEmpty();
  }

  private static void approveAsProposer(String exception) throws SQLException {
    BehindTheService.execute(
        """
        update exception_to_receipt set status = 'APPROVED', decided_at = now(),
          decided_by = 'somebody else', decided_by_subject = proposed_by_subject
        where id = '%s'
        """
            .formatted(exception));
  }

  private static String proposed(String caller, String id) {
    return created(propose(caller, id, PROPOSAL));
  }

  private static Response propose(String caller, String id, String body) {
    return move(caller, id, "receipt-exceptions", body);
  }

  private static Response decide(String caller, String id, String exception, String decision) {
    String seen = as(MANAGER).get(path(id) + "/" + exception).header("ETag");
    return decide(caller, id, exception, decision, seen);
  }

  private static Response decide(
      String caller, String id, String exception, String decision, String seen) {
    return as(caller)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", seen)
        .body("{}")
        .post(path(id) + "/" + exception + "/" + decision);
  }

  private static String path(String id) {
    return "/v1/referrals/" + id + "/receipt-exceptions";
  }
}
