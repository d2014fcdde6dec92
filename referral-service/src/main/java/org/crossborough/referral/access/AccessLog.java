package org.crossborough.referral.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Who read what, when and as whom. Append-only: the database refuses any change. */
@ApplicationScoped
public class AccessLog {

  /** The header in which a caller may say what a read is for. */
  public static final String PURPOSE = "X-Purpose";

  /** What a read can be for. */
  enum Purpose {
    CASE_WORK,
    SUPERVISION,
    COMPLAINT,
    DATA_SUBJECT_REQUEST,
    AUDIT,
    OTHER
  }

  private static final List<String> ROLES =
      List.of(
          Roles.BOROUGH_SYSTEM,
          Roles.DRUG_ALCOHOL_WORKER,
          Roles.COORDINATOR,
          Roles.ASSESSOR,
          Roles.PROGRAMME_MANAGER,
          Roles.DATA_PROTECTION_OFFICER,
          Roles.AUDITOR);

  private final Session database;
  private final Caller caller;
  private final Clock clock;
  private final CurrentVertxRequest current;

  AccessLog(Session database, Caller caller, Clock clock, CurrentVertxRequest current) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
    this.current = current;
  }

  /** Records a read of one referral. */
  public void read(UUID referralId, String what) {
    insert(referralId, what, null);
  }

  /**
   * Records a read of a list, once, not once for each row.
   *
   * @param filter which filters were set; never what somebody typed
   */
  public void listed(String what, String filter) {
    insert(null, what, filter);
  }

  private void insert(@Nullable UUID referralId, String what, @Nullable String filter) {
    String sql =
        """
        insert into referral_access (id, referral_id, at, subject, name, role, what, purpose, filter)
        values (:id, cast(:referral as uuid), :at, :subject, :name, :role, :what,
          cast(:purpose as text), cast(:filter as text))
        """;
    Occasion occasion = Occasion.of(clock, caller);
    database
        .createNativeMutationQuery(sql)
        .setParameter("id", Ids.next())
        .setParameter("referral", referralId == null ? null : referralId.toString())
        .setParameter("at", occasion.at())
        .setParameter("subject", caller.subject())
        .setParameter("name", occasion.by())
        .setParameter("role", role())
        .setParameter("what", what)
        .setParameter("purpose", purpose())
        .setParameter("filter", filter)
        .executeUpdate();
  }

  private String role() {
    return ROLES.stream().filter(caller::hasRole).findFirst().orElse("");
  }

  private @Nullable String purpose() {
    String purpose = current.getCurrent().request().getHeader(PURPOSE);
    Findings findings = new Findings();
    findings.when(
        purpose != null && Arrays.stream(Purpose.values()).noneMatch(p -> p.name().equals(purpose)),
        PURPOSE,
        "UNKNOWN",
        "is none of " + Arrays.toString(Purpose.values()));
    findings.refuse();
    return purpose;
  }

  /** The reads of a referral, newest first, as many rows as fill a page of that size. */
  List<AccessView> of(UUID referralId, UUID before, int limit) {
    String sql =
        """
        select id, at, name, role, what, purpose from referral_access
        where referral_id = :referral and id < :before order by id desc limit :rows
        """;
    List<Tuple> rows =
        database
            .createNativeQuery(sql, Tuple.class)
            .setParameter("referral", referralId)
            .setParameter("before", before)
            .setParameter("rows", Page.rows(limit))
            .getResultList();
    return rows.stream()
        .map(row ->
            new AccessView(
                row.get(0, UUID.class),
                row.get(1, Instant.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class)))
        .toList();
  }

  /**
   * A read as it is shown.
   *
   * @param what {@code REFERRAL}, {@code TIMELINE}, …
   * @param purpose absent when the reader gave none
   */
  record AccessView(
      UUID id, Instant at, String by, String role, String what, @Nullable String purpose) {}
}
