package org.crossborough.platform.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.crossborough.platform.conformance.Inbox.Message;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.PublicApi;

/** That changes come to a subscriber, can be believed, and come again until they are taken. */
final class Webhooks implements AutoCloseable {

  private static final String SUBSCRIPTIONS = "/v1/webhook-subscriptions";

  private final PublicApi api;
  private final String client;
  private final String run;
  private final Supplier<String> newReferral;
  private final Inbox inbox = Inbox.open();
  private String subscription = "";
  private String secret = "";
  private String referral = "";

  /**
   * On behalf of a client.
   *
   * @param newReferral makes a referral and says its id
   */
  Webhooks(PublicApi api, String client, String run, Supplier<String> newReferral) {
    this.api = api;
    this.client = client;
    this.run = run;
    this.newReferral = newReferral;
  }

  List<Check> checks() {
    return List.of(
        new Check("webhooks", "a subscription gets a secret, told once", 2, this::subscribes),
        new Check("webhooks", "a new referral is told, signed, by its id alone", 5, this::isTold),
        new Check("webhooks", "a message that was changed is not believed", 3, this::isNotForged),
        new Check(
            "webhooks", "a message that was refused comes again, under its id", 3, this::repeats),
        new Check("webhooks", "a subscription that ends is ended", 2, this::ends));
  }

  private boolean subscribes() {
    var made =
        api.require(
                Call.post(SUBSCRIPTIONS, run + "/subscription", Map.of("url", inbox.url()))
                    .as(client))
            .json();
    subscription = made.path("id").asText();
    secret = made.path("secret").asText();
    return !secret.isEmpty() && !api.require(read()).json().has("secret");
  }

  private Call read() {
    return Call.get(SUBSCRIPTIONS + "/" + subscription).as(client);
  }

  private boolean isTold() {
    referral = newReferral.get();
    Message message = await(this::isAboutTheReferral);
    return message.isSignedWith(secret) && !message.body().contains("Generated");
  }

  private boolean isAboutTheReferral(Message message) {
    return message.body().contains(referral);
  }

  private boolean isNotForged() {
    Message message = await(this::isAboutTheReferral);
    return !message.with(message.body() + " ").isSignedWith(secret);
  }

  private boolean repeats() {
    String first = await(_ -> true).id();
    Message again =
        api.patience()
            .until(
                () -> "the refused webhook again",
                () ->
                    inbox.messages().stream()
                        .skip(1)
                        .filter(one -> one.id().equals(first))
                        .findFirst());
    return again.isSignedWith(secret);
  }

  private boolean ends() {
    return api.change(read(), Call.bare("DELETE", SUBSCRIPTIONS + "/" + subscription).as(client))
            .status()
        == 204;
  }

  private Message await(Predicate<Message> wanted) {
    return api.patience().until(() -> "a webhook", () -> found(wanted));
  }

  private Optional<Message> found(Predicate<Message> wanted) {
    return inbox.messages().stream().filter(wanted).findFirst();
  }

  @Override
  public void close() {
    inbox.close();
  }
}
