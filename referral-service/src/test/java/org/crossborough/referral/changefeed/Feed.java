package org.crossborough.referral.changefeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.as;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A system that follows the feed and remembers nothing but where to go on. */
final class Feed {

  private final String caller;
  private String next;

  private Feed(String caller, String next) {
    this.caller = caller;
    this.next = next;
  }

  /** Follows from the beginning of time. */
  static Feed ofAll(String caller) {
    return new Feed(caller, "/v1/referral-changes?limit=100");
  }

  /** Follows what comes from now on. */
  static Feed fromNow(String caller) {
    Feed feed = ofAll(caller);
    var _ = feed.rest();
    return feed;
  }

  /** Everything up to the first empty page. */
  List<Map<String, String>> rest() {
    List<Map<String, String>> read = new ArrayList<>();
    List<Map<String, String>> page = page();
    while (!page.isEmpty()) {
      read.addAll(page);
      page = page();
    }
    return read;
  }

  /** One page. */
  List<Map<String, String>> page() {
    Response answer = as(caller).urlEncodingEnabled(false).get(next);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    next = answer.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    return answer.jsonPath().getList("items");
  }

  String next() {
    return next;
  }
}
