package org.crossborough.referral.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.instrument.CommonItem;
import org.crossborough.referral.instrument.Instrument;
import org.crossborough.referral.instrument.Instrument.Purpose;
import org.crossborough.referral.instrument.Instrument.Reading;
import org.crossborough.referral.instrument.Instruments;
import org.crossborough.referral.instrument.Outcome;
import org.crossborough.referral.screening.ScreeningAnswers.Result;
import org.jspecify.annotations.Nullable;

/**
 * What the instruments make of a screening's answers.
 *
 * @param outcome what the rules of the screening's own instrument come to; null when it has none
 */
record Readings(@Nullable Outcome outcome, List<Supplement> supplements) {

  /** The answers to one more instrument, and what they come to. */
  record Supplement(RecordScreening.Supplement sent, Reading reading) {}

  /** Reads the answers, noting everything the instruments do not take. */
  static Readings of(RecordScreening form, Instruments instruments, Findings findings) {
    return new Reader(form, instruments, findings).read();
  }

  private record Reader(RecordScreening form, Instruments instruments, Findings findings) {

    Readings read() {
      Outcome outcome =
          known("", form.instrumentCode(), form.instrumentVersion(), Purpose.PERPETRATION)
              .map(this::own)
              .orElse(null);
      List<Supplement> supplements = new ArrayList<>();
      Set<String> codes = new HashSet<>();
      for (RecordScreening.Supplement sent : form.allSupplements()) {
        String path = "supplements[%d].".formatted(supplements.size());
        findings.when(
            !codes.add(sent.instrumentCode()),
            path + "instrumentCode",
            "DUPLICATE",
            "is answered once");
        supplements.add(new Supplement(sent, reading(path, sent)));
      }
      return new Readings(outcome, supplements);
    }

    private Optional<Instrument> known(String path, String code, int version, Purpose purpose) {
      Optional<Instrument> found = instruments.find(code, version);
      findings.when(
          found.isEmpty(),
          path + "instrumentCode",
          "UNKNOWN_INSTRUMENT",
          "no such version of an instrument is registered");
      findings.when(
          found.isPresent() && found.get().purpose() != purpose,
          path + "instrumentCode",
          "WRONG_PURPOSE",
          "is no instrument for " + purpose);
      return found.filter(instrument -> instrument.purpose() == purpose);
    }

    private @Nullable Outcome own(Instrument instrument) {
      form.ownAnswers()
          .keySet()
          .forEach(item ->
              findings.when(
                  CommonItem.answeredIn(item).isPresent(),
                  "answers." + item,
                  "COMMON_ITEM",
                  "is answered in the screening's field of that name"));
      Reading reading = instrument.read(answersTo(instrument));
      reading.faults().forEach(fault -> note("answers.", fault));
      if (!form.result().mayLeaveOpen()) {
        reading.open().forEach(item -> required(instrument, item));
      }
      Outcome outcome = reading.outcome();
      findings.when(
          outcome != null && decided(reading) && !form.result().agreesWith(outcome),
          "result",
          "RESULT_DISAGREES",
          "the rules of the instrument come to " + outcome);
      // An instrument without rules takes what its screener gives, as it always did.
      findings.when(
          outcome != null
              && form.result() == Result.POSITIVE_CLIENT_DECLINED
              && form.clientAgreesToReferral(),
          "clientAgreesToReferral",
          "AGREED",
          "a man who agrees has not declined");
      return outcome;
    }

    /** Open questions of a result that may not leave any are refused on their own account. */
    private boolean decided(Reading reading) {
      return reading.open().isEmpty() || form.result().mayLeaveOpen();
    }

    private Map<String, Object> answersTo(Instrument instrument) {
      Map<String, Object> answers = new HashMap<>();
      form.ownAnswers()
          .forEach((item, answer) -> {
            if (CommonItem.answeredIn(item).isEmpty()) {
              answers.put(item, answer);
            }
          });
      form.commonAnswers()
          .forEach((item, answer) -> {
            if (instrument.item(item.field()).isPresent()) {
              answers.put(item.field(), answer.name());
            }
          });
      return answers;
    }

    private void required(Instrument instrument, String item) {
      boolean common = instrument.item(item).map(Instrument.Item::common).orElse(false);
      findings.when(
          true, common ? item : "answers." + item, "REQUIRED", "the instrument requires an answer");
    }

    private Reading reading(String path, RecordScreening.Supplement sent) {
      Reading reading =
          known(path, sent.instrumentCode(), sent.instrumentVersion(), Purpose.SUBSTANCE_SEVERITY)
              .map(instrument -> instrument.read(sent.answers()))
              .orElse(new Reading(List.of(), List.of(), Map.of(), null));
      reading.faults().forEach(fault -> note(path + "answers.", fault));
      reading
          .open()
          .forEach(item ->
              findings.when(
                  true, path + "answers." + item, "REQUIRED", "the instrument requires an answer"));
      return reading;
    }

    private void note(String path, Violation fault) {
      findings.when(true, path + fault.field(), fault.code(), fault.message());
    }
  }
}
