package org.crossborough.programme.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports for the referrer, as data and as a document. */
@Path("/v1/enrolments/{id}")
@RunOnVirtualThread
@Tag(
    name = "Reports",
    description =
        "What the referrer is told: attendance, minutes, modules, reviews. Never a reason of a"
            + " suspension or a review.")
class ReportResource {

  private static final String EXAMPLE =
      """
      {"kind":"PROGRESS","drawnUpOn":"2026-02-20",
      "participant":{"givenName":"Example","familyName":"Person"},
      "programme":{"templateCode":"MEN_AND_MASCULINITIES","startsOn":"2026-02-02",
      "endsOn":"2026-03-20"},"status":"ACTIVE","startedOn":"2026-02-02",
      "hours":{"attendedMinutes":300,"countableMinutes":150,"minimumCountableMinutes":1800},
      "attendance":{"sessionsRecorded":1,"attended":1,"attendedInPart":0,"madeUp":0,
      "absentAuthorised":0,"absentUnauthorised":0,"other":0},
      "modules":[{"moduleCode":"MASCULINITY","covered":true}],"reviews":[]}
      """;

  private final EnrolmentLedger enrolments;
  private final DrawUpReport draw;
  private final Clock clock;

  ReportResource(EnrolmentLedger enrolments, DrawUpReport draw, Clock clock) {
    this.enrolments = enrolments;
    this.draw = draw;
    this.clock = clock;
  }

  @GET
  @Path("/progress-report")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator"})
  @Operation(operationId = "getProgressReport", summary = "Read a progress report")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReportFacts.class),
              examples = @ExampleObject(name = "report", value = EXAMPLE)))
  public ReportFacts getProgressReport(UUID id) {
    return progress(id);
  }

  @GET
  @Path("/progress-report.pdf")
  @Produces("application/pdf")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator"})
  @Operation(operationId = "getProgressReportPdf", summary = "Download a progress report as PDF")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content =
          @Content(
              mediaType = "application/pdf",
              examples = @ExampleObject(name = "how its bytes begin", value = "%PDF-1.7")))
  public Response getProgressReportPdf(UUID id) {
    return Response.ok(ReportPdf.of(progress(id)))
        .type("application/pdf")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"progress-report.pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Path("/completion-report")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator"})
  @Operation(operationId = "getCompletionReport", summary = "Read a completion report")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReportFacts.class),
              examples = @ExampleObject(name = "report", value = EXAMPLE)))
  public ReportFacts getCompletionReport(UUID id) {
    return completion(id);
  }

  @GET
  @Path("/completion-report.pdf")
  @Produces("application/pdf")
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager", "referral-coordinator"})
  @Operation(
      operationId = "getCompletionReportPdf",
      summary = "Download a completion report as PDF")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content =
          @Content(
              mediaType = "application/pdf",
              examples = @ExampleObject(name = "how its bytes begin", value = "%PDF-1.7")))
  public Response getCompletionReportPdf(UUID id) {
    return Response.ok(ReportPdf.of(completion(id)))
        .type("application/pdf")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"completion-report.pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private ReportFacts progress(UUID id) {
    return draw.of(enrolments.get(id), ReportFacts.Kind.PROGRESS, LocalDate.now(clock));
  }

  private ReportFacts completion(UUID id) {
    Known man = enrolments.get(id);
    if (!man.completed()) {
      throw ReportProblem.NOT_COMPLETED.because("Ask for a progress report instead.");
    }
    return draw.of(man, ReportFacts.Kind.COMPLETION, LocalDate.now(clock));
  }
}
