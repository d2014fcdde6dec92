package org.crossborough.outcomes.top;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.outcomes.pairing.Stage;
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
    @Nullable Integer psychologicalHealth,
    @Nullable Integer physicalHealth,
    @Nullable Integer qualityOfLife) {

  /** Why a total is there or not; none of them is the same as zero. */
  @Schema(name = "TopAnswerState")
  enum State {
    ANSWERED,
    NOT_ANSWERED,
    NOT_ASKED
  }

  /** The days of use of one substance. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TopAnswer")
  record Answer(
      State state,
      @Nullable List<@Nullable Integer> weeks,
      @Nullable Integer total,
      @Nullable String name) {

    private static Answer of(FormVersion form, Substance substance, @Nullable TopAnswer given) {
      if (given == null) {
        boolean asked = form.asksAbout(substance);
        return new Answer(asked ? State.NOT_ANSWERED : State.NOT_ASKED, null, null, null);
      }
      boolean weekly = given.weeks().stream().anyMatch(Objects::nonNull);
      return new Answer(
          given.total() == null ? State.NOT_ANSWERED : State.ANSWERED,
          weekly ? given.weeks() : null,
          given.total(),
          given.name());
    }
  }

  static TopView of(TopRecord top) {
    Map<String, Answer> substances = new LinkedHashMap<>();
    Arrays.stream(Substance.values())
        .forEach(substance ->
            substances.put(
                substance.field(),
                Answer.of(top.formVersion(), substance, top.answers().get(substance))));
    return new TopView(
        top.id(),
        top.referralId(),
        top.dated().stage(),
        top.dated().on(),
        top.formVersion(),
        substances,
        top.psychologicalHealth(),
        top.physicalHealth(),
        top.qualityOfLife());
  }
}
