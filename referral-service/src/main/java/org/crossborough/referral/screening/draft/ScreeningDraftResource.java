package org.crossborough.referral.screening.draft;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.screening.MakeScreening;
import org.crossborough.referral.screening.RecordScreening;
import org.crossborough.referral.screening.ScreeningView;
import org.crossborough.referral.screening.draft.ScreeningDraft.DraftView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Screenings that are interrupted and gone on with, over HTTP. */
@Path("/v1/screenings/drafts")
@Tag(name = "Screenings")
@RunOnVirtualThread
@Transactional
class ScreeningDraftResource {

  private static final String PARTIAL =
      """
      {"boroughCode":"E09000019","instrumentCode":"DEMO_PERPETRATION","instrumentVersion":1,
       "seenAlone":true,"confidentialityExplained":true,"interpreterUsed":"NONE",
       "disclosedPhysical12m":"YES"}
      """;

  private final ScreeningDrafts drafts;
  private final DraftForm forms;
  private final MakeScreening making;
  private final Caller caller;
  private final Clock clock;

  ScreeningDraftResource(
      ScreeningDrafts drafts, DraftForm forms, MakeScreening making, Caller caller, Clock clock) {
    this.drafts = drafts;
    this.forms = forms;
    this.making = making;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(
      operationId = "beginScreening",
      summary = "Begin a screening",
      description =
          "Keeps any of the fields of a screening, to be gone on with later. What is there must be"
              + " legible; the rules of a screening are asked when it is completed.")
  @APIResponse(
      responseCode = "201",
      description = "The draft, with what is open",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DraftView.class),
              examples = @ExampleObject(name = "draft", value = DraftView.EXAMPLE)))
  public Response begin(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema =
                          @Schema(
                              type = SchemaType.OBJECT,
                              description = "Any of the fields of RecordScreening"),
                      examples = @ExampleObject(name = "part of a screening", value = PARTIAL)))
          @NotNull RecordScreening part) {
    ScreeningDraft draft =
        ScreeningDraft.begin(borough(part), forms.kept(part), Occasion.of(clock, caller));
    drafts.persist(draft);
    return Answers.created("/v1/screenings/drafts/" + draft.id(), draft.version(), view(draft));
  }

  @GET
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(operationId = "listScreeningDrafts", summary = "List drafts, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of drafts, without their answers",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScreeningDraft.Listed.class),
              examples = @ExampleObject(name = "drafts", value = ScreeningDraft.Listed.EXAMPLE)))
  public Response list(
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "20"))
          @RestQuery
          @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.of(limit);
    List<ScreeningDraft> rows = drafts.newestFirst(caller.scope(), Cursor.before(cursor), size);
    return Answers.page(Page.of(rows, size, ScreeningDraft::id, ScreeningDraft::summary), request);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(operationId = "getScreeningDraft", summary = "Read a draft")
  @APIResponse(
      responseCode = "200",
      description = "The draft, with what is open",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DraftView.class),
              examples = @ExampleObject(name = "draft", value = DraftView.EXAMPLE)))
  public Response get(UUID id) {
    ScreeningDraft draft = drafts.require(id);
    return Answers.ok(draft.version(), view(draft));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(
      operationId = "continueScreening",
      summary = "Go on with a screening",
      description = "Everything answered so far, in place of what was kept.")
  @APIResponse(
      responseCode = "200",
      description = "The draft as it now is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DraftView.class),
              examples = @ExampleObject(name = "draft", value = DraftView.EXAMPLE)))
  public Response goOn(
      UUID id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema =
                          @Schema(
                              type = SchemaType.OBJECT,
                              description = "Any of the fields of RecordScreening"),
                      examples = @ExampleObject(name = "part of a screening", value = PARTIAL)))
          @NotNull RecordScreening part,
      @Context HttpHeaders headers) {
    ScreeningDraft draft = seen(id, headers);
    var _ = borough(part);
    draft.goOn(forms.kept(part), Occasion.of(clock, caller));
    drafts.flush();
    return Answers.ok(draft.version(), view(draft));
  }

  @POST
  @Path("{id}/completion")
  @Idempotent
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(
      operationId = "completeScreening",
      summary = "Record a draft as a screening",
      description =
          "Every rule of a screening is asked now, and a refusal names all that are broken. The"
              + " draft is gone afterwards.")
  @APIResponse(
      responseCode = "201",
      description = "The screening, recorded",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScreeningView.class),
              examples = @ExampleObject(name = "screening", value = ScreeningView.EXAMPLE)))
  public Response complete(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    ScreeningDraft draft = seen(id, headers);
    ScreeningView screening = making.make(forms.complete(draft.form()));
    drafts.delete(draft);
    return Answers.created("/v1/screenings/" + screening.id(), 0, screening);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(operationId = "abandonScreening", summary = "Destroy a draft")
  @APIResponse(responseCode = "204", description = "It is gone")
  public void abandon(UUID id) {
    drafts.delete(drafts.require(id));
  }

  private ScreeningDraft seen(UUID id, HttpHeaders headers) {
    ScreeningDraft draft = drafts.requireForChange(id);
    EntityVersion.require(headers, draft.version());
    return draft;
  }

  private DraftView view(ScreeningDraft draft) {
    return draft.view(forms.open(draft.form()));
  }

  /** The caller's borough, which is also that of the form if it names one. */
  private String borough(RecordScreening part) {
    String borough = caller.borough();
    Findings findings = new Findings();
    findings.when(
        borough == null || (part.boroughCode() != null && !part.boroughCode().equals(borough)),
        "boroughCode",
        "OTHER_BOROUGH",
        "is not the borough of the token");
    findings.refuse();
    return caller.scope();
  }
}
