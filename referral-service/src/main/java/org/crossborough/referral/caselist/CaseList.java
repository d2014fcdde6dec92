package org.crossborough.referral.caselist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.referral.clock.TimeLimit;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads case lists: an index walk from the cursor on, whatever the size of the table. */
@ApplicationScoped
class CaseList {

  private static final String NEWEST_FIRST = "e.referral_id desc";
  private static final String MOST_URGENT_FIRST = "e.next_due_on, e.referral_id";

  // Said twice, since the database does not see that a comparison of rows leaves out what has no
  // date.
  private static final String MORE_URGENT =
      "e.next_due_on is not null and (e.next_due_on, e.referral_id) > (:dueOn, :after)";

  private static final String PAGE =
      "select e.* from case_list_entry e where {conditions} order by {order} limit :rows";

  // Each status by a walk of its own: asked for together, all there are would be sorted first.
  private static final String PAGE_OF_SEVERAL_STATUSES =
      """
      select e.* from unnest(cast(:statuses as text[])) as one (status) cross join lateral (
        select e.* from case_list_entry e where {conditions} order by {order} limit :rows) as e
      order by {order} limit :rows
      """;

  private final Session database;

  CaseList(Session database) {
    this.database = database;
  }

  /** A row more than the page has, newest first, all of them older than the one named. */
  List<Case> newestFirst(CaseListFilter filter, UUID before, int limit) {
    NativeQuery<Tuple> query = query(filter, "e.referral_id < :before", NEWEST_FIRST, limit);
    return cases(query.setParameter("before", before));
  }

  /** A row more than the page has, the earliest due first, all of them after the place named. */
  List<Case> mostUrgentFirst(CaseListFilter filter, UrgencyCursor after, int limit) {
    NativeQuery<Tuple> query = query(filter, MORE_URGENT, MOST_URGENT_FIRST, limit);
    return cases(query.setParameter("dueOn", after.dueOn()).setParameter("after", after.id()));
  }

  private NativeQuery<Tuple> query(CaseListFilter filter, String place, String order, int limit) {
    List<String> conditions = new ArrayList<>(filter.conditions());
    conditions.add(place);
    String page = filter.statuses().size() > 1 ? PAGE_OF_SEVERAL_STATUSES : PAGE;
    // The referral is joined to the rows of the page alone.
    String sql =
        """
        with page as materialized (%s)
        select e.referral_id, r.reference, r.external_reference, e.status, e.borough_code,
          r.received_at, e.waiting_since, r.given_name, r.family_name, e.next_limit, e.next_due_on,
          e.assignee
        from page e join referral r on r.id = e.referral_id order by %s
        """
            .formatted(
                page.replace("{conditions}", String.join(" and ", conditions))
                    .replace("{order}", order),
                order);
    NativeQuery<Tuple> query = database.createNativeQuery(sql, Tuple.class);
    query.setParameter("rows", Page.rows(limit));
    bind(query, "borough", filter.borough());
    if (filter.statuses().size() == 1) {
      query.setParameter("status", filter.statuses().iterator().next().name());
    } else if (!filter.statuses().isEmpty()) {
      query.setParameter(
          "statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new));
    }
    bind(query, "waitingSinceBefore", filter.waitingSinceBefore());
    bind(query, "dueBefore", filter.dueBefore());
    bind(query, "assignee", filter.assignee());
    bind(query, "searched", filter.searched());
    return query;
  }

  private static void bind(NativeQuery<Tuple> query, String name, @Nullable Object value) {
    if (value != null) {
      query.setParameter(name, value);
    }
  }

  private static List<Case> cases(NativeQuery<Tuple> query) {
    return query.getResultList().stream().map(Case::of).toList();
  }

  /** One line of the list, with everything that staff may see. */
  record Case(
      UUID id,
      String reference,
      String externalReference,
      ReferralStatus status,
      String boroughCode,
      Instant receivedAt,
      @Nullable LocalDate waitingSince,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable TimeLimit nextLimit,
      @Nullable LocalDate nextDueOn,
      @Nullable String assignee) {

    private static Case of(Tuple row) {
      String limit = row.get(9, String.class);
      return new Case(
          row.get(0, UUID.class),
          row.get(1, String.class),
          row.get(2, String.class),
          ReferralStatus.valueOf(row.get(3, String.class)),
          row.get(4, String.class),
          row.get(5, Instant.class),
          row.get(6, LocalDate.class),
          row.get(7, String.class),
          row.get(8, String.class),
          limit == null ? null : TimeLimit.valueOf(limit),
          row.get(10, LocalDate.class),
          row.get(11, String.class));
    }
  }
}
