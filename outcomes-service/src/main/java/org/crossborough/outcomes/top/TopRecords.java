package org.crossborough.outcomes.top;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.outcomes.pairing.Stage;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The TOP records that were taken in; a borough finds its own only. */
@ApplicationScoped
class TopRecords implements PanacheRepositoryBase<TopRecord, UUID> {

  private final Session session;

  TopRecords(Session session) {
    this.session = session;
  }

  /** What a list is narrowed to; null for no limit. */
  record Filter(
      @Nullable UUID referralId,
      @Nullable Stage stage,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String organisation) {}

  /** The record of an id. */
  TopRecord require(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(() -> TopProblem.NOT_FOUND.because("No record of yours has this id."));
  }

  List<TopRecord> newestFirst(Filter filter, UUID before, int limit) {
    List<String> conditions = new ArrayList<>(List.of("id < :before"));
    Map<String, Object> values = new HashMap<>(Map.of("before", before));
    add(conditions, values, "referralId = :referral", "referral", filter.referralId());
    add(conditions, values, "stage = :stage", "stage", filter.stage());
    add(conditions, values, "interviewedOn >= :from", "from", filter.from());
    add(conditions, values, "interviewedOn <= :to", "to", filter.to());
    add(conditions, values, "origin.organisation = :by", "by", filter.organisation());
    return find(String.join(" and ", conditions) + " order by id desc", values)
        .range(0, Page.rows(limit) - 1)
        .list();
  }

  private static void add(
      List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  /** Every record of some referrals, superseded ones too, in the order in which they came. */
  List<TopRecord> of(Collection<UUID> referrals) {
    return list("referralId in ?1 order by id", referrals);
  }

  /** One after the other: whoever takes a record in must see those of the same man. */
  void lock(UUID referralId) {
    var _ =
        OneColumn.query(
                session,
                "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as held",
                Integer.class)
            .setParameter("key", "top-record/" + referralId)
            .getSingleResult();
  }

  /** The record that a sender handed in under a reference of its own, or with the same content. */
  Optional<TopRecord> before(String from, @Nullable String reference, String contentDigest) {
    return reference == null
        ? find("receivedFrom = ?1 and contentDigest = ?2", from, contentDigest)
            .firstResultOptional()
        : find("receivedFrom = ?1 and origin.recordReference = ?2", from, reference)
            .firstResultOptional();
  }

  /** The referrals that records with an organisation's number of the man are about. */
  List<UUID> referralsOf(String clientReference) {
    return find("origin.clientReference", clientReference).stream()
        .map(TopRecord::referralId)
        .distinct()
        .toList();
  }
}
