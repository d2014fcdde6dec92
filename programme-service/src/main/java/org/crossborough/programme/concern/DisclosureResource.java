package org.crossborough.programme.concern;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.staff.Act;
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

/** What a man disclosed, in codes. */
@Path("/v1/enrolments/{id}/disclosures")
@RunOnVirtualThread
@Tag(name = "Safety first", description = "What the support side must hear of within seconds.")
class DisclosureResource {

  private static final String EXAMPLE =
      """
      {"id":"019b7a10-0000-7000-8000-000000000061",
      "enrolmentId":"019b7a10-0000-7000-8000-000000000031","disclosureType":"NEW_PARTNER",
      "urgency":"URGENT","disclosedOn":"2026-02-16","recordedAt":"2026-02-16T16:10:00Z"}
      """;

  /** What he disclosed, by code only. */
  @Schema(
      name = "RecordDisclosure",
      examples = "{\"disclosureType\":\"NEW_PARTNER\",\"urgency\":\"URGENT\"}")
  record RecordDisclosure(
      Disclosure.@NotNull Type disclosureType,
      Disclosure.@NotNull Urgency urgency,
      @Nullable LocalDate disclosedOn) {}

  /** A page of disclosures, for the API description. */
  @Schema(name = "DisclosurePage")
  record DisclosurePage(List<Disclosure.View> items, @Nullable String next) {}

  private final Disclosures disclosures;
  private final EnrolmentLedger enrolments;
  private final Outbox outbox;
  private final Clock clock;
  private final Caller caller;

  DisclosureResource(
      Disclosures disclosures,
      EnrolmentLedger enrolments,
      Outbox outbox,
      Clock clock,
      Caller caller) {
    this.disclosures = disclosures;
    this.enrolments = enrolments;
    this.outbox = outbox;
    this.clock = clock;
    this.caller = caller;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"facilitator", "programme-manager", "assessor"})
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The enrolment's ETag; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(
      operationId = "recordDisclosure",
      summary = "Record that a man disclosed a risk; the support side is told within seconds",
      description =
          "Codes only. There is no field for words, and one that is sent is refused: what he said"
              + " about another person would be her data on his side, and could be read or"
              + " demanded there. Whoever heard it tells the support side by telephone; the code"
              + " says that there is something to ask about, and how soon.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded, and on its way to the support side",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Disclosure.View.class),
              examples = @ExampleObject(name = "urgent", value = EXAMPLE)))
  public Response record(
      UUID id, @Valid @NotNull RecordDisclosure request, @Context HttpHeaders headers) {
    Known man = enrolments.require(id, headers);
    LocalDate today = LocalDate.now(clock);
    LocalDate on = request.disclosedOn() == null ? today : request.disclosedOn();
    if (on.isAfter(today)) {
      throw RequestProblem.INVALID.of(
          List.of(new Violation("disclosedOn", "IN_FUTURE", "must not be in the future")));
    }
    Disclosure disclosure =
        Disclosure.of(
            man, request.disclosureType(), request.urgency(), on, Act.of(caller, clock.instant()));
    disclosures.persist(disclosure);
    outbox.publish(disclosure.disclosed(man.referralId()));
    return Response.status(201)
        .entity(disclosure.view())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "listDisclosures", summary = "List a man's disclosures, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of disclosures",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DisclosurePage.class),
              examples = @ExampleObject(name = "none", value = "{\"items\":[]}")))
  public Response list(
      UUID id,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<Disclosure> found =
        disclosures.of(enrolments.get(id).id(), Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(found, limit, Disclosure::id, Disclosure::view), request);
  }
}
