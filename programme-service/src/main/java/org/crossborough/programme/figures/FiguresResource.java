package org.crossborough.programme.figures;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The figures of the programme. */
@Path("/v1/programme-figures")
@RunOnVirtualThread
@Tag(name = "Figures", description = "Counted figures of the programme, exact, for its own staff.")
class FiguresResource {

  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

  /** The figures of a period. */
  @Schema(name = "ProgrammeFigures")
  record ProgrammeFigures(
      LocalDate from,
      LocalDate to,
      @Nullable String boroughCode,
      int thresholdMinutes,
      Instant asOf,
      List<Figure> figures) {}

  private final Figures figures;
  private final Clock clock;

  FiguresResource(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed({"programme-manager", "outcomes-analyst"})
  @Operation(
      operationId = "getProgrammeFigures",
      summary = "Count M-07, M-08 and M-10 to M-15 over a period",
      description = "Exact and not for publication: what is published is released elsewhere.")
  @APIResponse(
      responseCode = "200",
      description = "The figures, each with numerator, denominator and method",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProgrammeFigures.class),
              examples =
                  @ExampleObject(
                      name = "one figure",
                      value =
                          """
                          {"from":"2026-01-01","to":"2026-12-31","thresholdMinutes":1800,
                          "asOf":"2026-11-23T09:00:00Z","figures":[{"id":"M-12",
                          "title":"Reached the threshold of countable hours",
                          "method":"Enrolments started in the period; …",
                          "asOf":"2026-11-23T09:00:00Z","numerator":20,"denominator":26,
                          "percent":76.9}]}
                          """)))
  @APIResponse(responseCode = "400", description = "A date is none, or the period is no period")
  public ProgrammeFigures get(
      @QueryParam("from")
          @NotNull @Pattern(regexp = DATE) @Parameter(
              required = true,
              schema = @Schema(type = SchemaType.STRING, format = "date"),
              example = "2026-01-01")
          String from,
      @QueryParam("to")
          @NotNull @Pattern(regexp = DATE) @Parameter(
              required = true,
              schema = @Schema(type = SchemaType.STRING, format = "date"),
              example = "2026-12-31")
          String to,
      @QueryParam("boroughCode")
          @Nullable @Pattern(regexp = "E09\\d{6}") @Parameter(description = "The referring borough; every borough where it is not given.")
          String boroughCode,
      @QueryParam("thresholdMinutes")
          @DefaultValue("1800")
          @Min(1) @Max(100_000) @Parameter(description = "Of M-12, in countable minutes.", example = "1800")
          int thresholdMinutes) {
    Cohort cohort =
        new Cohort(
            date("from", from),
            date("to", to),
            boroughCode,
            thresholdMinutes,
            LocalDate.now(clock));
    if (cohort.to().isBefore(cohort.from())) {
      throw invalid("to", "BEFORE_FROM", "must not be before from");
    }
    Instant asOf = clock.instant();
    return new ProgrammeFigures(
        cohort.from(), cohort.to(), boroughCode, thresholdMinutes, asOf, figures.of(cohort, asOf));
  }

  private static LocalDate date(String field, String given) {
    try {
      return LocalDate.parse(given);
    } catch (DateTimeException none) {
      throw invalid(field, "NO_DATE", "is no day");
    }
  }

  private static RuntimeException invalid(String field, String code, String message) {
    return RequestProblem.INVALID.of(List.of(new Violation(field, code, message)));
  }
}
