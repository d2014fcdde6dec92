package org.crossborough.outcomes.topimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.outcomes.form.TopForm;
import org.crossborough.outcomes.top.TakeInTop;
import org.crossborough.outcomes.topimport.ImportRows.Pending;
import org.crossborough.outcomes.topimport.ImportRows.Settled;
import org.crossborough.outcomes.topimport.RowRefusals.Refusal;
import org.crossborough.outcomes.topimport.RowView.Outcome;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the records of an import's rows, each in a transaction of its own: a record, its event
 * and its row's outcome commit together, so that a process may be killed at any moment.
 */
@ApplicationScoped
class TakeInRows {

  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final TakeInTop intake;
  private final ImportRows rows;
  private final RowRefusals refusals;
  private final Reading reading;
  private final Clock clock;

  TakeInRows(
      TakeInTop intake, ImportRows rows, RowRefusals refusals, Reading reading, Clock clock) {
    this.intake = intake;
    this.rows = rows;
    this.refusals = refusals;
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * Deals with the next row.
   *
   * @return false when nothing is left that is not in other hands
   */
  boolean next(TopImport bulk) {
    int[] current = new int[1];
    try {
      return QuarkusTransaction.requiringNew()
          .call(() -> {
            reading.bindTo(bulk.boroughCode());
            Optional<Pending> row = rows.next(bulk.id());
            row.ifPresent(pending -> {
              current[0] = pending.number();
              rows.settle(bulk.id(), pending.number(), takeIn(bulk, pending));
            });
            return row.isPresent();
          });
    } catch (RuntimeException spoiled) {
      // The database refused: nothing of this transaction stands, so the refusal needs another.
      Refusal refusal = refusals.of(spoiled);
      if (refusal.passing() || current[0] == 0) {
        throw spoiled;
      }
      Settled settled = new Settled(Outcome.REFUSED, null, null, refusal);
      QuarkusTransaction.requiringNew()
          .run(() -> {
            reading.bindTo(bulk.boroughCode());
            rows.settle(bulk.id(), current[0], settled);
          });
      return true;
    }
  }

  private Settled takeIn(TopImport bulk, Pending row) {
    String reference = reading.reference(row.content());
    try {
      TopForm form = reading.form(row.content(), this::referral);
      TakeInTop.Taken taken =
          intake.takeInOnce(form, clock.instant().truncatedTo(ChronoUnit.MICROS), bulk.client());
      Outcome outcome = taken.before() ? Outcome.EXISTING : Outcome.CREATED;
      return new Settled(outcome, reference, taken.topRecordId(), null);
    } catch (IOException | ConstraintViolationException | HttpProblem refusal) {
      return new Settled(Outcome.REFUSED, reference, null, refusals.of(refusal));
    }
  }

  /** The man whom an organisation's own number stands for; a referral's id stands for itself. */
  private Optional<UUID> referral(String clientReference) {
    return clientReference.matches(UUID_FORM)
        ? Optional.of(UUID.fromString(clientReference))
        : intake.referralOf(clientReference);
  }

  /** Reads the form of a row as that of a request would be read. */
  @ApplicationScoped
  static class Reading {

    private final ObjectMapper json;
    private final Validator validator;
    private final Session database;

    Reading(ObjectMapper json, Validator validator, Session database) {
      this.json = json;
      this.validator = validator;
      this.database = database;
    }

    /** Finds the referral of a client reference. */
    interface Clients {
      Optional<UUID> referral(String clientReference);
    }

    /** The work is the service's own, and yet it is to touch nothing but what its sender may. */
    void bindTo(String borough) {
      var _ =
          OneColumn.query(
                  database, "select set_config('app.borough', :borough, true)", String.class)
              .setParameter("borough", borough)
              .getSingleResult();
    }

    TopForm form(byte[] content, Clients clients) throws IOException {
      if (!(json.readTree(content) instanceof ObjectNode row)) {
        throw RequestProblem.MALFORMED_BODY.because("A row is an object.");
      }
      JsonNode client = row.path("clientReference");
      if (row.path("referralId").isMissingNode() && client.isTextual()) {
        UUID referral =
            clients
                .referral(client.textValue())
                .orElseThrow(() ->
                    RequestProblem.INVALID.of(
                        List.of(
                            new Violation(
                                "clientReference",
                                "UNKNOWN_CLIENT",
                                "is not known from a record with a referral"))));
        row.put("referralId", referral.toString());
      }
      TopForm form = json.treeToValue(row, TopForm.class);
      Set<ConstraintViolation<TopForm>> violations = validator.validate(form);
      if (!violations.isEmpty()) {
        throw new ConstraintViolationException(violations);
      }
      return form;
    }

    /** The sender's own number of a row, if it has one that can be shown. */
    @Nullable String reference(byte[] content) {
      try {
        String reference = json.readTree(content).path("recordReference").textValue();
        return reference != null && reference.matches(TopForm.REFERENCE) ? reference : null;
      } catch (IOException illegible) {
        return null;
      }
    }
  }
}
