package org.crossborough.referral.bulkimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.referral.bulkimport.ImportRows.Pending;
import org.crossborough.referral.bulkimport.RowRefusals.Refusal;
import org.crossborough.referral.bulkimport.RowView.Outcome;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferMan;
import org.crossborough.referral.lifecycle.ReferMan.Referred;
import org.hibernate.Session;

/**
 * Refers the men of an import's rows, some rows to a transaction: a row's referral, its events and
 * its outcome commit together, so that a process may be killed at any moment.
 */
@ApplicationScoped
class ReferRows {

  private final ReferMan referMan;
  private final ImportRows rows;
  private final RowRefusals refusals;
  private final Session database;
  private final Clock clock;
  private final MeterRegistry meters;

  ReferRows(
      ReferMan referMan,
      ImportRows rows,
      RowRefusals refusals,
      Session database,
      Clock clock,
      MeterRegistry meters) {
    this.referMan = referMan;
    this.rows = rows;
    this.refusals = refusals;
    this.database = database;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Deals with the next rows.
   *
   * @return how many; none when nothing is left that is not in other hands
   */
  int next(ReferralImport bulk, int atMost) {
    try {
      return inTransaction(bulk, atMost);
    } catch (SpoiledException spoiled) {
      // A row that failed in the database took the others of its transaction with it.
      return oneByOne(bulk, atMost);
    }
  }

  private int oneByOne(ReferralImport bulk, int atMost) {
    int dealtWith = 0;
    while (dealtWith < atMost && dealtWith(bulk)) {
      dealtWith++;
    }
    return dealtWith;
  }

  private boolean dealtWith(ReferralImport bulk) {
    try {
      return inTransaction(bulk, 1) == 1;
    } catch (SpoiledException spoiled) {
      Refusal refusal = refusals.of(spoiled.failure);
      if (refusal.passing()) {
        throw spoiled;
      }
      QuarkusTransaction.requiringNew().run(() -> rows.refused(bulk.id(), spoiled.row, refusal));
      count(Outcome.REFUSED);
      return true;
    }
  }

  private int inTransaction(ReferralImport bulk, int atMost) {
    List<Outcome> outcomes =
        QuarkusTransaction.requiringNew()
            .call(() -> {
              bindTo(bulk.boroughCode());
              return rows.next(bulk.id(), atMost).stream().map(row -> refer(bulk, row)).toList();
            });
    outcomes.forEach(this::count);
    return outcomes.size();
  }

  /** Once it is committed: what was rolled back has not happened. */
  private void count(Outcome outcome) {
    meters.counter("crossborough.import.rows", "outcome", outcome.name()).increment();
  }

  /** The work is the service's own, and yet it is to touch nothing but what its sender may. */
  private void bindTo(String borough) {
    var _ =
        OneColumn.query(database, "select set_config('app.borough', :borough, true)", String.class)
            .setParameter("borough", borough)
            .getSingleResult();
  }

  private Outcome refer(ReferralImport bulk, Pending row) {
    UUID id = bulk.id();
    try {
      Occasion occasion =
          new Occasion(clock.instant().truncatedTo(ChronoUnit.MICROS), bulk.submittedBy());
      Referred referred = referMan.refer(row.content(), bulk.sender(), occasion);
      Outcome outcome = referred.before() ? Outcome.EXISTING : Outcome.CREATED;
      rows.referred(id, row.number(), outcome, referred.externalReference(), referred.id());
      return outcome;
    } catch (JsonProcessingException | ConstraintViolationException refusal) {
      rows.refused(id, row, refusals.of(refusal));
      return Outcome.REFUSED;
    } catch (HttpProblem refusal) {
      if (ReferMan.refusedByTheDatabase(refusal)) {
        throw new SpoiledException(row, refusal);
      }
      rows.refused(id, row, refusals.of(refusal));
      return Outcome.REFUSED;
    } catch (IOException | RuntimeException failure) {
      throw new SpoiledException(row, failure);
    }
  }

  /** A transaction that can only be rolled back, and the row that did it. */
  private static final class SpoiledException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Pending row;
    private final Throwable failure;

    SpoiledException(Pending row, Throwable failure) {
      super(failure);
      this.row = row;
      this.failure = failure;
    }
  }
}
