package org.crossborough.referral.webhook;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.referral.webhook.WebhookSubscription.Owner;

/** The subscriptions a transaction may see. */
@ApplicationScoped
class WebhookSubscriptions implements PanacheRepositoryBase<WebhookSubscription, UUID> {

  /** The subscription of an id; another client's and none are the same. */
  WebhookSubscription require(UUID id, Owner owner) {
    return mine(findByIdOptional(id), owner);
  }

  /** The same, kept from others until the transaction ends. */
  WebhookSubscription requireForChange(UUID id, Owner owner) {
    return mine(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE), owner);
  }

  private static WebhookSubscription mine(Optional<WebhookSubscription> found, Owner owner) {
    return found
        .filter(subscription -> subscription.isOf(owner))
        .orElseThrow(WebhookSubscriptions::notFound);
  }

  private static HttpProblem notFound() {
    return WebhookProblem.NOT_FOUND.because("No subscription of yours has this id.");
  }

  Optional<WebhookSubscription> createdUnder(String key, Owner owner) {
    return find(
            "boroughCode = ?1 and client = ?2 and creationKey = ?3",
            owner.boroughCode(),
            owner.client(),
            key)
        .firstResultOptional();
  }

  long countOf(Owner owner) {
    return count("boroughCode = ?1 and client = ?2", owner.boroughCode(), owner.client());
  }

  List<WebhookSubscription> newestFirst(Owner owner, UUID before, int limit) {
    return find(
            "boroughCode = ?1 and client = ?2 and id < ?3 order by id desc",
            owner.boroughCode(),
            owner.client(),
            before)
        .range(0, Page.rows(limit) - 1)
        .list();
  }
}
