package org.crossborough.safety.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.access.StepUp;
import org.crossborough.safety.blindindex.BlindIndex;
import org.crossborough.safety.blindindex.Findable;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The finding of a case by who she is: by POST, so that no name is in an address. Every case found
 * counts as one read about, and she is told of it when she asks who has read about her.
 */
@Path("/v1/survivor-case-searches")
@Tag(name = "Survivor cases")
@RunOnVirtualThread
class SurvivorCaseSearchResource {

  private static final int LONGEST_TERM = 300;

  private final BlindIndex index;
  private final SurvivorCases cases;
  private final CaseAudit audit;
  private final StepUp stepUp;

  SurvivorCaseSearchResource(
      BlindIndex index, SurvivorCases cases, CaseAudit audit, StepUp stepUp) {
    this.index = index;
    this.cases = cases;
    this.audit = audit;
    this.stepUp = stepUp;
  }

  /**
   * What is looked for: exactly one of these, and the whole of it.
   *
   * @param name in any order of its words
   * @param phone with or without the country's code
   */
  @Schema(name = "SurvivorCaseSearch", examples = "{\"phone\":\"020 7946 0000\"}")
  record Search(@Nullable Secret name, @Nullable Secret phone, @Nullable Secret email) {

    BlindIndex.Term term() {
      List<BlindIndex.Term> terms = new ArrayList<>();
      add(terms, Findable.NAME, name);
      add(terms, Findable.PHONE, phone);
      add(terms, Findable.EMAIL, email);
      if (terms.size() != 1) {
        throw RequestProblem.INVALID.of(
            List.of(
                new Violation("search", "ONE_OF", "must name exactly one of name, phone, email")));
      }
      return terms.getFirst();
    }

    private static void add(List<BlindIndex.Term> terms, Findable kind, @Nullable Secret value) {
      if (value != null && !value.isBlank() && value.length() <= LONGEST_TERM) {
        terms.add(new BlindIndex.Term(kind, value));
      }
    }
  }

  /** A case that was found, without a name: whoever needs it reads the case. */
  record Found(UUID id, String status, @Nullable String boroughCode, Instant receivedAt) {

    static Found of(SurvivorCases.Known found) {
      return new Found(found.id(), found.status(), found.boroughCode(), found.receivedAt());
    }
  }

  /** What was found, newest first. */
  record Findings(List<Found> items) {}

  @POST
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "searchSurvivorCases",
      summary = "Find a case by who she is",
      description =
          "By the whole name, number or e-mail address, as they are or were. A user may search some"
              + " times an hour, and every case found counts as one read about.")
  @APIResponse(
      responseCode = "200",
      description = "The cases the reader may open; none is an answer like any other",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Findings.class),
              examples =
                  @ExampleObject(
                      name = "found",
                      value =
                          """
                          {"items":[{"id":"019bb9a0-7c1e-7000-8000-00000000c001",
                          "status":"CONTACT_IN_PROGRESS","boroughCode":"E09000019",
                          "receivedAt":"2026-01-13T09:00:00Z"}]}\
                          """)))
  @APIResponse(responseCode = "400", description = "No purpose, or not exactly one term")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  @APIResponse(responseCode = "429", description = "Searched too often in the last hour")
  public Findings search(
      @NotNull Search search,
      @HeaderParam(ReadingPurpose.HEADER)
          @Parameter(required = true, description = ReadingPurpose.HELP, example = "FIRST_CONTACT")
          @Nullable String purpose) {
    stepUp.require();
    BlindIndex.Term term = search.term();
    String stated = SurvivorCases.stated(purpose);
    audit.searching(stated);
    return new Findings(
        cases.ofPeople(index.find(term)).stream()
            .filter(found -> audit.admits("FIND_SURVIVOR_CASE", found.id(), stated))
            .map(Found::of)
            .toList());
  }
}
