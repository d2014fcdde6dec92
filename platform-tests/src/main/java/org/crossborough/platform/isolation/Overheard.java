package org.crossborough.platform.isolation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.crossborough.local.keycloak.DemoIdentity;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.Call;

/**
 * What went over the wire: every answer that anybody got, except what the survivor side rightly
 * tells its own people, and every envelope that was accepted.
 */
final class Overheard implements BiConsumer<Call, Answer> {

  private static final Set<String> OWN_ROLES =
      Set.of("iss-worker", "iss-manager", "safeguarding-lead");

  private final Predicate<String> survivorSide;
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private final ByteArrayOutputStream envelopes = new ByteArrayOutputStream();
  private int count;

  /**
   * @param survivorSide tells whether a path is served there
   */
  Overheard(Predicate<String> survivorSide) {
    this.survivorSide = survivorSide;
  }

  @Override
  public synchronized void accept(Call call, Answer answer) {
    if (answer.isSuccess() && call.path().equals("/v1/at-risk-details") && call.body() != null) {
      envelopes.writeBytes(call.body());
    }
    if (!(answer.isSuccess() && survivorSide.test(call.path()) && isOwn(call))) {
      count++;
      answers.writeBytes(answer.headers().map().toString().getBytes(StandardCharsets.UTF_8));
      answers.writeBytes(answer.body());
    }
  }

  private static boolean isOwn(Call call) {
    String identity = call.identity();
    return identity != null
        && DemoIdentity.named(identity).roles().stream().allMatch(OWN_ROLES::contains);
  }

  /** How many answers were kept. */
  synchronized int count() {
    return count;
  }

  Place answers() {
    return new Place.Content("HTTP: answers", out -> out.write(answers.toByteArray()));
  }

  Place envelopes() {
    return new Place.Content("HTTP: hand-overs as sent", out -> out.write(envelopes.toByteArray()));
  }
}
