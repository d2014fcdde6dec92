package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.Description;
import org.crossborough.platform.driver.Description.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(AcceptancePlatform.class)
class AnonymousCallersAcceptanceIT {

  private static final Set<String> OPEN_TO_ALL = Set.of("GET /v1/at-risk-details/keys");
  private static final String ID = "019b0000-0000-7000-8000-000000000000";

  @Test
  void every_described_operation_but_the_listed_refuses_callers_without_a_token(
      UnderTest platform) {
    List<Operation> operations = Description.operations(platform.api());
    SoftAssertions softly = new SoftAssertions();

    for (Operation operation : operations) {
      Answer answer = platform.api().send(operation.call(ID));
      softly
          .assertThat(answer.status())
          .as(operation.toString())
          .isEqualTo(OPEN_TO_ALL.contains(operation.toString()) ? 200 : 401);
    }

    softly.assertAll();
    assertThat(operations).as("described operations").hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/referrals", "/v1/runs", "/v1/survivor-cases", "/v1/metrics"})
  void a_token_that_is_none_is_refused(String path, UnderTest platform) {
    Answer answer = platform.api().send(Call.get(path).with("Authorization", "Bearer none"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/openapi.json", "/v1/at-risk-details/keys", "/q/health"})
  void what_anybody_may_read_is_there(String path, UnderTest platform) {
    Answer answer = platform.api().send(Call.get(path));

    assertThat(answer.status()).isIn(200, 301, 302, 307, 308);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/metrics", "/q/openapi", "/q/dev", "/v1", "/v1/nothing", "/admin"})
  void what_is_not_on_the_list_is_not_there(String path, UnderTest platform) {
    assertThat(platform.api().send(Call.get(path)).status()).isIn(401, 404);
  }
}
