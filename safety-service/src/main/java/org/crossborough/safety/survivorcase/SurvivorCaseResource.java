package org.crossborough.safety.survivorcase;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.ReadingPurpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The reading of survivors' cases: never without a record of who read, and why. */
@Path("/v1/survivor-cases")
@Tag(name = "Survivor cases", description = "The support side's own record")
@RunOnVirtualThread
class SurvivorCaseResource {

  private final SurvivorCases cases;
  private final CaseFile file;
  private final CaseAudit audit;

  SurvivorCaseResource(SurvivorCases cases, CaseFile file, CaseAudit audit) {
    this.cases = cases;
    this.file = file;
    this.audit = audit;
  }

  /** The worklist, without names. */
  record Worklist(List<SurvivorCaseView.Item> items, @Nullable String next) {}

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listSurvivorCases", summary = "The worklist, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of cases, without names",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Worklist.class),
              examples =
                  @ExampleObject(
                      name = "page",
                      value =
                          """
                          {"items":[{"id":"019bb9a0-7c1e-7000-8000-00000000c001",
                          "status":"DETAILS_RECEIVED","boroughCode":"E09000019",
                          "receivedAt":"2026-01-13T09:00:00Z","contactTier":0,"version":0}]}\
                          """)))
  @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  public Response list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    UUID before = Cursor.before(cursor);
    audit.reading("LIST_SURVIVOR_CASES", "worklist", "WORKLIST");
    List<SurvivorCase> rows = cases.before(before, Page.rows(limit));
    return Answers.page(Page.of(rows, limit, SurvivorCase::id, SurvivorCaseView.Item::of), request);
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "readSurvivorCase", summary = "One case in clear, audited first")
  @APIResponse(
      responseCode = "200",
      description = "The case",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurvivorCaseView.class),
              examples =
                  @ExampleObject(
                      name = "case",
                      value =
                          """
                          {"id":"019bb9a0-7c1e-7000-8000-00000000c001",
                          "status":"CONTACT_IN_PROGRESS","relationship":"EX_PARTNER",
                          "name":"Example Person","contactPoints":[
                          {"id":"019bb9a0-7c1e-7000-8000-00000000d001","type":"PHONE",
                          "value":"020 7946 0000","safe":"UNKNOWN"}],
                          "referralId":"019bb9a0-7c1e-7000-8000-00000000a001",
                          "participant":{"givenName":"Example","familyName":"Man"},
                          "contactTier":1,"attempts":[],"tasks":[],"holds":[],
                          "cleared":false,"version":1}\
                          """)))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response read(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER)
          @Parameter(required = true, description = ReadingPurpose.HELP, example = "FIRST_CONTACT")
          @Nullable String purpose) {
    SurvivorCase survivorCase = cases.disclosed(id, "READ_SURVIVOR_CASE", purpose);
    SurvivorCaseView view =
        file.open(survivorCase, cases.due(survivorCase))
            .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    return Answers.ok(survivorCase.version(), view);
  }
}
