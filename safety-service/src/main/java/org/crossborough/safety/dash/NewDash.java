package org.crossborough.safety.dash;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The checklist as it was gone through with her. All 24 questions are answered, each once.
 *
 * @param assessedOn the day, in London
 * @param finalLevel the level the worker settles on: that of the score or above, never below; that
 *     of the score where none is given
 * @param judgement why the level is above that of the score; needed exactly then
 */
@Schema(
    name = "NewDash",
    examples =
        """
        {"assessedOn":"2026-02-03","occasion":"FIRST_CONTACT","answers":[
        {"question":"Q01","answer":"YES"},{"question":"Q02","answer":"YES"},
        {"question":"Q03","answer":"YES"},{"question":"Q04","answer":"NO"},
        {"question":"Q05","answer":"NO"},{"question":"Q06","answer":"YES"},
        {"question":"Q07","answer":"NO"},{"question":"Q08","answer":"YES"},
        {"question":"Q09","answer":"NO"},{"question":"Q10","answer":"YES"},
        {"question":"Q11","answer":"YES"},{"question":"Q12","answer":"YES"},
        {"question":"Q13","answer":"NO"},{"question":"Q14","answer":"YES"},
        {"question":"Q15","answer":"YES"},{"question":"Q16","answer":"DONT_KNOW"},
        {"question":"Q17","answer":"NO"},{"question":"Q18","answer":"YES"},
        {"question":"Q19","answer":"NO"},{"question":"Q20","answer":"YES"},
        {"question":"Q21","answer":"YES"},{"question":"Q22","answer":"NO"},
        {"question":"Q23","answer":"NO"},{"question":"Q24","answer":"YES","source":"POLICE"}],
        "finalLevel":"VERY_HIGH","judgement":"She is about to leave"}\
        """)
record NewDash(
    @NotNull LocalDate assessedOn,
    @NotNull Occasion occasion,
    @NotNull @Size(max = 24) List<@NotNull @Valid Answered> answers,
    @Nullable RiskLevel finalLevel,
    @Nullable Secret judgement) {

  /** Whom an answer comes from. */
  @Schema(name = "DashSource")
  enum Source {
    SURVIVOR,
    REFERRER,
    POLICE,
    CHILDREN_SERVICES,
    HEALTH,
    OTHER
  }

  /** What an assessment was made on. */
  @Schema(name = "DashOccasion")
  enum Occasion {
    FIRST_CONTACT,
    NEW_INCIDENT,
    CHANGE_OF_CIRCUMSTANCES,
    PROGRAMME_START,
    SUSPENSION,
    EXIT,
    REVIEW
  }

  private static final int LONGEST = 2000;

  /**
   * One answer.
   *
   * @param source whom it comes from; herself where nobody is named
   */
  @Schema(name = "DashAnswered")
  record Answered(
      @NotNull DashQuestion question,
      @NotNull DashAnswer answer,
      @Nullable Source source,
      @Nullable Secret note) {

    Answered {
      source = source == null ? Source.SURVIVOR : source;
    }
  }

  /**
   * Refuses what is not a whole checklist, and a level below that of the score.
   *
   * @return what the answers amount to
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the fields
   */
  DashScore assess(RiskBands bands, Instant now) {
    Faults faults = new Faults().past("assessedOn", assessedOn, now);
    Set<DashQuestion> missing = EnumSet.allOf(DashQuestion.class);
    for (int i = 0; i < answers.size(); i++) {
      Answered answered = answers.get(i);
      String field = "answers[%d]".formatted(i);
      boolean again = !missing.remove(answered.question());
      var _ =
          faults
              .when(again, field + ".question", "DUPLICATE", "is answered twice")
              .text(field + ".note", answered.note(), LONGEST);
    }
    DashScore score = DashScore.of(byQuestion(), bands);
    RiskLevel settled = settled(score);
    faults
        .when(
            !missing.isEmpty(),
            "answers",
            "INCOMPLETE",
            "has no answer to " + missing.stream().map(Enum::name).collect(Collectors.joining(" ")))
        .when(
            missing.isEmpty() && settled.compareTo(score.level()) < 0,
            "finalLevel",
            "BELOW_SCORE",
            "must not be below the level of the score")
        .text("judgement", judgement, LONGEST)
        .when(
            settled.compareTo(score.level()) > 0 && judgement == null,
            "judgement",
            "REQUIRED",
            "must say why the level is above that of the score")
        .refuse();
    return score;
  }

  /** The level that is kept. */
  RiskLevel settled(DashScore score) {
    return finalLevel == null ? score.level() : finalLevel;
  }

  private Map<DashQuestion, DashAnswer> byQuestion() {
    Map<DashQuestion, DashAnswer> byQuestion = new EnumMap<>(DashQuestion.class);
    answers.forEach(answered -> byQuestion.put(answered.question(), answered.answer()));
    return byQuestion;
  }
}
