package org.crossborough.referral.webhook;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about webhooks. */
enum WebhookProblem implements ProblemType {
  NOT_FOUND(404, "Webhook subscription not found"),
  TOO_MANY(409, "The client has as many subscriptions as it may have"),
  ILLEGAL_MOVE(409, "The subscription cannot do that in its state"),
  NOT_CONFIGURED(503, "Webhooks are not set up on this platform");

  private final int status;
  private final String title;

  WebhookProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
