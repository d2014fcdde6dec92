package org.crossborough.referral.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One message to one subscription; written by {@link Deliveries}, read here. */
@Entity
@Immutable
@Table(name = "webhook_delivery")
class WebhookDelivery {

  @Id private UUID id;
  private UUID subscriptionId;
  private UUID webhookId;
  private @Nullable UUID changeId;
  private String type;
  private String body;

  @Enumerated(EnumType.STRING)
  private State state;

  private int attempts;
  private Instant nextAttemptAt;
  private @Nullable Instant lastAttemptAt;
  private @Nullable Integer lastStatus;

  @Enumerated(EnumType.STRING)
  private @Nullable Failure lastFailure;

  private Instant createdAt;

  private WebhookDelivery() {}

  /** What became of a delivery. */
  @Schema(name = "WebhookDeliveryState")
  enum State {
    PENDING,
    DELIVERED,
    /** Every attempt failed; a replay tries again. */
    GIVEN_UP
  }

  /** Why an attempt failed; no more than that, since an error text may quote what it met. */
  @Schema(name = "WebhookDeliveryFailure")
  enum Failure {
    /** The answer was not a 2xx. */
    STATUS,
    /** No answer in time. */
    TIMEOUT,
    /** No connection, or one that broke or could not be trusted. */
    CONNECTION,
    /** The name stands for an address that webhooks are not sent to. */
    FORBIDDEN_ADDRESS,
    /** The name stands for nothing. */
    UNKNOWN_HOST
  }

  UUID id() {
    return id;
  }

  UUID subscriptionId() {
    return subscriptionId;
  }

  UUID webhookId() {
    return webhookId;
  }

  String body() {
    return body;
  }

  int attempts() {
    return attempts;
  }

  DeliveryView view() {
    return new DeliveryView(
        id,
        webhookId,
        type,
        changeId,
        state,
        attempts,
        createdAt,
        lastAttemptAt,
        lastStatus,
        lastFailure,
        state == State.PENDING ? nextAttemptAt : null);
  }

  /**
   * A delivery as its receiver sees it.
   *
   * @param webhookId the header {@code webhook-id} of every attempt
   * @param changeId the change in the feed; absent for a test
   * @param lastStatus the HTTP status of the last attempt that got an answer
   */
  @Schema(name = "WebhookDelivery")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeliveryView(
      UUID id,
      UUID webhookId,
      String type,
      @Nullable UUID changeId,
      State state,
      int attempts,
      Instant createdAt,
      @Nullable Instant lastAttemptAt,
      @Nullable Integer lastStatus,
      @Nullable Failure lastFailure,
      @Nullable Instant nextAttemptAt) {

    static final String EXAMPLE =
        """
        {"id":"0197f3a0-1c00-7000-8000-000000000041",
         "webhookId":"0f8fad5b-d9cb-369f-a165-70867728950e","type":"webhook.test",
         "state":"PENDING","attempts":0,"createdAt":"2026-01-06T09:00:00Z",
         "nextAttemptAt":"2026-01-06T09:00:00Z"}
        """;
    static final String LISTED =
        """
        {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000041",
         "webhookId":"0f8fad5b-d9cb-369f-a165-70867728950e","type":"referral.received",
         "changeId":"0197f3a0-1c00-7000-8000-000000000009","state":"PENDING","attempts":1,
         "createdAt":"2026-01-06T09:00:00Z","lastAttemptAt":"2026-01-06T09:00:01Z",
         "lastStatus":503,"lastFailure":"STATUS","nextAttemptAt":"2026-01-06T09:00:06Z"}]}
        """;
  }

  /** A page of deliveries, for the description of the API. */
  @Schema(name = "WebhookDeliveryPage")
  record Listed(List<DeliveryView> items, @Nullable String next) {}
}
