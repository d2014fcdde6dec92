package org.crossborough.outcomes.top;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.form.Anchor;
import org.crossborough.outcomes.form.FormVersion;
import org.crossborough.outcomes.form.Item;
import org.crossborough.outcomes.form.TopAnswer;
import org.crossborough.outcomes.pairing.Stage;
import org.crossborough.outcomes.top.Standings.Standing;
import org.crossborough.outcomes.top.Supersessions.Reason;
import org.crossborough.outcomes.top.Supersessions.Supersession;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A TOP record as those may read it who may. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TopRecord", description = "A rating that is absent was not answered.")
record TopView(
    UUID id,
    UUID referralId,
    Stage stage,
    LocalDate interviewDate,
    FormVersion formVersion,
    Map<String, Answer> substances,
    Map<String, Answer> injecting,
    Map<String, Answer> crime,
    Map<String, Answer> social,
    @Nullable Integer psychologicalHealth,
    @Nullable Integer physicalHealth,
    @Nullable Integer qualityOfLife,
    Anchor anchor,
    @Nullable LocalDate treatmentStartedOn,
    @Nullable LocalDate treatmentEndedOn,
    @Schema(description = "Within the window of its stage; absent without the treatment's dates.")
        @Nullable Boolean inWindow,
    @Nullable String episodeReference,
    @Nullable String clientReference,
    @Nullable String recordReference,
    String organisation,
    boolean careCoordinator,
    @Nullable Boolean nationalConsent,
    Instant receivedAt,
    @Schema(description = "Whether it counts: chosen of its duplicates, and not superseded.")
        boolean preferred,
    @Schema(description = "Others of the same stage and day that count or could.")
        List<UUID> duplicates,
    @Nullable UUID supersedes,
    @Nullable SupersededView superseded,
    @Schema(description = "What is odd about it; it was taken in nevertheless.")
        List<Violation> warnings) {

  /** Why an answer is there or not; none of them is the same as zero, or as no. */
  @Schema(name = "TopAnswerState")
  enum State {
    ANSWERED,
    NOT_ANSWERED,
    NOT_ASKED
  }

  /** What was answered: days, or yes or no. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TopAnswer")
  record Answer(
      State state,
      @Nullable List<@Nullable Integer> weeks,
      @Nullable Integer total,
      @Nullable String name,
      @Nullable BigDecimal typicalAmount,
      @Nullable Boolean answer) {

    private static Answer of(Item item, TopRecord top) {
      boolean asked = top.formVersion().asksAbout(item);
      Answer none =
          new Answer(asked ? State.NOT_ANSWERED : State.NOT_ASKED, null, null, null, null, null);
      return switch (item.kind()) {
        case DAYS -> {
          TopAnswer given = top.answers().get(item);
          yield given == null ? none : of(given);
        }
        case YES_NO -> {
          Boolean given = top.yesNo().get(item);
          yield given == null ? none : new Answer(State.ANSWERED, null, null, null, null, given);
        }
      };
    }

    private static Answer of(TopAnswer given) {
      boolean weekly = given.weeks().stream().anyMatch(Objects::nonNull);
      return new Answer(
          given.total() == null ? State.NOT_ANSWERED : State.ANSWERED,
          weekly ? given.weeks() : null,
          given.total(),
          given.name(),
          given.typicalAmount(),
          null);
    }
  }

  /**
   * Why it no longer counts.
   *
   * @param by the record that counts instead; absent when it was another man's
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TopSuperseded")
  record SupersededView(@Nullable UUID by, Reason reason, Instant at) {

    private static @Nullable SupersededView of(@Nullable Supersession one) {
      return one == null
          ? null
          : new SupersededView(one.supersededBy(), one.reason(), one.supersededAt());
    }
  }

  static TopView of(TopRecord top, Standing standing) {
    TopOrigin origin = top.origin();
    return new TopView(
        top.id(),
        top.referralId(),
        top.dated().stage(),
        top.dated().on(),
        top.formVersion(),
        answers(top, Item.Section.SUBSTANCES),
        answers(top, Item.Section.INJECTING),
        answers(top, Item.Section.CRIME),
        answers(top, Item.Section.SOCIAL),
        top.psychologicalHealth(),
        top.physicalHealth(),
        top.qualityOfLife(),
        origin.anchor(),
        origin.treatmentStartedOn(),
        origin.treatmentEndedOn(),
        top.inWindow(),
        origin.episodeReference(),
        origin.clientReference(),
        origin.recordReference(),
        origin.organisation(),
        origin.careCoordinator(),
        origin.nationalConsent(),
        top.receivedAt(),
        standing.preferred(),
        standing.duplicates(),
        standing.supersedes(),
        SupersededView.of(standing.superseded()),
        top.warnings(standing.duplicates()));
  }

  private static Map<String, Answer> answers(TopRecord top, Item.Section section) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    section.items().forEach(item -> answers.put(item.field(), Answer.of(item, top)));
    return answers;
  }
}
