package org.crossborough.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The route table as a caller experiences it. */
class RouteTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/screenings, REFERRAL",
    "/v1/referrals, REFERRAL",
    "/v1/programmes, PROGRAMME",
    "/v1/runs, PROGRAMME",
    "/v1/sessions, PROGRAMME",
    "/v1/enrolments, PROGRAMME",
    "/v1/at-risk-details, SAFETY",
    "/v1/survivor-cases, SAFETY",
    "/v1/safety-aggregates, SAFETY",
    "/v1/survivor-case-searches, SAFETY",
    "/v1/quarantined-handoffs, SAFETY",
    "/v1/intake-keys, SAFETY",
    "/v1/vault-keys, SAFETY",
    "/v1/case-teams, SAFETY",
    "/v1/declared-conflicts, SAFETY",
    "/v1/glass-breakings, SAFETY",
    "/v1/dash-questions, SAFETY",
    "/v1/case-meetings, SAFETY",
    "/v1/top-records, OUTCOMES",
    "/v1/top-imports, OUTCOMES",
    "/v1/equality-profile, OUTCOMES",
    "/v1/feeds, OUTCOMES",
    "/v1/releases, OUTCOMES",
    "/v1/returns, OUTCOMES",
    "/v1/rebuilds, OUTCOMES",
    "/v1/metrics, OUTCOMES"
  })
  void every_prefix_leads_to_its_service(String prefix, Upstream upstream) {
    assertThat(Route.of(prefix)).isEqualTo(new Route(prefix, upstream));
    assertThat(Route.of(prefix + "/1/acceptance")).isEqualTo(new Route(prefix, upstream));
  }

  @Test
  void no_two_services_share_a_prefix() {
    assertThat(Arrays.stream(Upstream.values()).flatMap(one -> one.prefixes().stream()))
        .doesNotHaveDuplicates()
        .allMatch(prefix -> prefix.matches("/v1/[a-z-]+([.]ics)?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/",
        "/v1/referralsx",
        "/v2/referrals",
        "/q/dev",
        "/q/openapi",
        "/docsx",
        "//v1/referrals",
        "/v1/referrals/../../q/metrics",
        "/v1/referrals/./x",
        "/v1/referrals/%2e%2e/%2e%2e/q/metrics",
        "/v1/referrals/..;/q",
        "/v1/referrals\\..\\q",
        "/v1//referrals"
      })
  void anything_else_leads_nowhere(String path) {
    assertThat(Route.of(path)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/at-risk-details/keys",
        "/docs",
        "/docs/",
        "/docs/page.js",
        "/openapi.json",
        "/q/health",
        "/q/health/ready"
      })
  void these_can_be_read_without_a_token(String path) {
    assertThat(Route.isAnonymous("GET", path)).isTrue();
    assertThat(Route.isAnonymous("POST", path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/at-risk-details",
        "/v1/at-risk-details/keys/",
        "/v1/at-risk-details/keys/1",
        "/v1/referrals",
        "/q/metrics",
        "/q/health/group/upstreams"
      })
  void everything_else_needs_one(String path) {
    assertThat(Route.isAnonymous("GET", path)).isFalse();
  }
}
