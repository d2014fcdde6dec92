package org.crossborough.referral.caselist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.AccessLog;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.caselist.CaseList.Case;
import org.crossborough.referral.caselist.CaseListQuery.Asker;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Case lists over HTTP. */
@Path("/v1/case-list")
@Tag(name = "Case list")
@RunOnVirtualThread
class CaseListResource {

  private static final String EXAMPLE =
      """
      {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000001","reference":"7K2M9-QX4TC",
        "externalReference":"ISL-0001","status":"IN_TRIAGE","boroughStatus":"IN_PROGRESS",
        "referringBoroughCode":"E09000019",
        "receivedAt":"2026-01-06T09:00:00Z","name":"Demo Example",
        "nextAction":{"limit":"ASSESSMENT_OFFER","dueOn":"2026-01-20","overdue":false},
        "assignee":"7e57ab1e-0000-4000-8000-000000000001"}]}
      """;

  private final CaseList cases;
  private final AccessLog accesses;
  private final Caller caller;
  private final Clock clock;

  CaseListResource(CaseList cases, AccessLog accesses, Caller caller, Clock clock) {
    this.cases = cases;
    this.accesses = accesses;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR,
    Roles.PROGRAMME_MANAGER
  })
  @Operation(
      operationId = "getCaseList",
      summary = "List cases by what is to be done",
      description =
          "Follows the referrals within a second. Staff see names, what is due and whose it is; a"
              + " borough sees where its own referrals are.")
  @APIResponse(
      responseCode = "200",
      description = "A page of cases",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CasePage.class),
              examples = @ExampleObject(name = "cases", value = EXAMPLE)))
  public Response list(@BeanParam CaseListQuery query, @Context UriInfo request) {
    int size = query.size();
    Asker asker = asker();
    query.refuseFaults(asker);
    CaseListFilter filter = query.filter(asker);
    Page<CaseView> page =
        query.sorted() == CaseListOrder.NEWEST
            ? newestFirst(query, filter, size)
            : mostUrgentFirst(query, filter, size);
    if (asker.borough() == null) {
      accesses.listed("CASE_LIST", filter.told());
    }
    return Answers.page(page, request);
  }

  private Page<CaseView> newestFirst(CaseListQuery query, CaseListFilter filter, int size) {
    List<Case> rows = cases.newestFirst(filter, Cursor.before(query.cursor()), size);
    return page(rows, size, last -> Cursor.after(last.id()));
  }

  private Page<CaseView> mostUrgentFirst(CaseListQuery query, CaseListFilter filter, int size) {
    List<Case> rows = cases.mostUrgentFirst(filter, UrgencyCursor.after(query.cursor()), size);
    return page(rows, size, CaseListResource::place);
  }

  private static @Nullable String place(Case last) {
    return last.nextDueOn() == null ? null : new UrgencyCursor(last.nextDueOn(), last.id()).text();
  }

  private Page<CaseView> page(List<Case> rows, int size, Function<Case, @Nullable String> place) {
    List<Case> shown = rows.subList(0, Math.min(size, rows.size()));
    String next = rows.size() > size ? place.apply(shown.getLast()) : null;
    Asker asker = asker();
    return new Page<>(
        shown.stream()
            .map(row ->
                asker.borough() == null
                    ? CaseView.forStaff(row, asker.today())
                    : CaseView.forBorough(row))
            .toList(),
        next);
  }

  private Asker asker() {
    String scope = caller.scope();
    return new Asker(
        scope.equals(Caller.EVERY_BOROUGH) ? null : scope,
        caller.subject(),
        Occasion.londonDay(clock.instant()));
  }

  /** A page of cases, for the description of the API. */
  record CasePage(List<CaseView> items, @Nullable String next) {}
}
