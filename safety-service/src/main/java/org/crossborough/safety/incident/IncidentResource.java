package org.crossborough.safety.incident;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.OpenCase;
import org.crossborough.safety.marac.MaracReferrals;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.task.ContactTrigger;
import org.crossborough.safety.vault.Disclosed;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened to her since. Each makes an older assessment of her risk one to be made again. */
@Path("/v1/survivor-cases/{id}/incidents")
@Tag(name = "Incidents", description = "What happened to her since, and whether she feels safer")
@RunOnVirtualThread
class IncidentResource {

  private final Casebook casebook;
  private final Incidents incidents;
  private final MaracReferrals conferences;
  private final ContactTasks tasks;
  private final Clock clock;

  IncidentResource(
      Casebook casebook,
      Incidents incidents,
      MaracReferrals conferences,
      ContactTasks tasks,
      Clock clock) {
    this.casebook = casebook;
    this.incidents = incidents;
    this.conferences = conferences;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** That it was recorded, without what it was. */
  @Schema(name = "RecordedIncident")
  record Noted(UUID id, LocalDate happenedOn, Instant recordedAt) {}

  /** One incident in clear. */
  record IncidentView(
      UUID id,
      LocalDate happenedOn,
      NewIncident.ToldBy toldBy,
      List<NewIncident.Kind> kinds,
      @JsonSerialize(using = Disclosed.class) @Nullable Secret account,
      @Nullable Boolean policeTold,
      Instant recordedAt) {}

  /** The incidents of a case, the last recorded first. */
  record IncidentPage(List<IncidentView> items, @Nullable String next) {}

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The case's ETag; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(
      operationId = "recordIncident",
      summary = "Record what happened to her",
      description =
          "Calls for her risk to be assessed again, and within twelve months of a MARAC referral for"
              + " another. Nobody outside is told: a hold is what stops"
              + " his programme.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; the answer does not repeat what happened",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Noted.class),
              examples =
                  @ExampleObject(
                      name = "recorded",
                      value =
                          """
                          {"id":"019bb9a0-7c1e-7000-8000-00000000ca01","happenedOn":"2026-03-01",
                          "recordedAt":"2026-03-02T10:00:00Z"}\
                          """)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response record(UUID id, @Valid @NotNull NewIncident told, @Context HttpHeaders headers) {
    OpenCase open = casebook.addTo(id, headers);
    Instant now = clock.instant();
    told.refuseUnlessSound(now);
    Incident incident = Incident.sealed(id, told, open.key(), casebook.actor(), now);
    incidents.persist(incident);
    tasks.raise(id, ContactTrigger.RISK_REASSESSMENT, now);
    if (conferences.repeats(id, told.happenedOn())) {
      tasks.raise(id, ContactTrigger.MARAC_REFERRAL, now);
    }
    casebook.done("RECORD_INCIDENT", id);
    return Answers.created(
        "/v1/survivor-cases/%s/incidents/%s".formatted(id, incident.id()), 0, incident.noted());
  }

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listIncidents", summary = "What happened to her, in clear")
  @APIResponse(
      responseCode = "200",
      description = "A page of incidents, the last recorded first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = IncidentPage.class),
              examples =
                  @ExampleObject(
                      name = "page",
                      value =
                          """
                          {"items":[{"id":"019bb9a0-7c1e-7000-8000-00000000ca01",
                          "happenedOn":"2026-03-01","toldBy":"SURVIVOR",
                          "kinds":["THREATS","STALKING"],
                          "account":"He waited at the school gate","policeTold":false,
                          "recordedAt":"2026-03-02T10:00:00Z"}]}\
                          """)))
  @APIResponse(responseCode = "400", description = "No purpose was given, or no valid page")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response list(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "SUPPORT_CALL")
          @Nullable String purpose,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    UUID before = Cursor.before(cursor);
    OpenCase open = casebook.read(id, "LIST_INCIDENTS", purpose);
    List<Incident> rows = incidents.before(id, before, Page.rows(limit));
    return Answers.page(
        Page.of(rows, limit, Incident::id, incident -> incident.open(open.key())), request);
  }
}
