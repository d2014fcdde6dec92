package org.crossborough.safety.children;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.OpenCase;
import org.crossborough.safety.person.Stated;
import org.crossborough.safety.vault.ClearText;
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

/** The children of a case, who are victims in their own right. */
@Path("/v1/survivor-cases/{id}/children")
@Tag(name = "Children", description = "The children of a case, and referrals that protect them")
@RunOnVirtualThread
class ChildrenResource {

  private static final String NOTED =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000cd01","underEighteen":true,
      "recordedAt":"2026-02-03T15:00:00Z","version":0}\
      """;

  private final Casebook casebook;
  private final Children children;
  private final Clock clock;

  ChildrenResource(Casebook casebook, Children children, Clock clock) {
    this.casebook = casebook;
    this.children = children;
    this.clock = clock;
  }

  /** That a child is on the case, without who it is. */
  @Schema(name = "RecordedChild")
  record Noted(
      UUID id,
      boolean underEighteen,
      Instant recordedAt,
      @Nullable Instant removedAt,
      long version) {}

  /**
   * One child in clear.
   *
   * @param underEighteen whether the child was, when it was recorded
   */
  record ChildView(
      UUID id,
      Secret name,
      @Nullable Secret dateOfBirth,
      boolean underEighteen,
      Stated hisChild,
      Stated seesHim,
      @Nullable Secret note,
      Instant recordedAt,
      long version) {}

  /** The children of a case, at most twenty. */
  @Schema(name = "ChildList")
  record ChildrenView(List<ChildView> items) {}

  /** Why a child comes off the case, in a code. */
  @Schema(name = "ChildRemoval", examples = "{\"reasonCode\":\"RECORDED_TWICE\"}")
  record Removal(@NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,39}") String reasonCode) {}

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
  @Operation(operationId = "recordChild", summary = "Record a child of the case")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; the answer does not repeat who the child is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Noted.class),
              examples = @ExampleObject(name = "recorded", value = NOTED)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "There are twenty on the case")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response record(UUID id, @Valid @NotNull NewChild told, @Context HttpHeaders headers) {
    OpenCase open = casebook.addTo(id, headers);
    Instant now = clock.instant();
    told.refuseUnlessSound(now);
    Child child = Child.sealed(id, told, open.key(), casebook.actor(), now);
    children.keep(child);
    casebook.done("RECORD_CHILD", id);
    return Answers.created(
        "/v1/survivor-cases/%s/children/%s".formatted(id, child.id()),
        child.version(),
        child.noted());
  }

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listChildren", summary = "The children of the case, in clear")
  @APIResponse(
      responseCode = "200",
      description = "The children, at most twenty",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ChildrenView.class),
              examples =
                  @ExampleObject(
                      name = "children",
                      value =
                          """
                          {"items":[{"id":"019bb9a0-7c1e-7000-8000-00000000cd01",
                          "name":"Example Child","dateOfBirth":"2019-05-17","underEighteen":true,
                          "hisChild":"YES","seesHim":"UNKNOWN",
                          "recordedAt":"2026-02-03T15:00:00Z","version":0}]}\
                          """)))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public JsonNode list(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "SAFEGUARDING")
          @Nullable String purpose) {
    OpenCase open = casebook.read(id, "LIST_CHILDREN", purpose);
    return ClearText.told(
        new ChildrenView(children.of(id).stream().map(child -> child.open(open.key())).toList()));
  }

  @POST
  @Path("/{childId}/removal")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "removeChild",
      summary = "Take a child off the case that was recorded by mistake, or twice")
  @APIResponse(
      responseCode = "200",
      description = "Off the case; what was recorded stays sealed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Noted.class),
              examples = @ExampleObject(name = "removed", value = NOTED)))
  @APIResponse(responseCode = "404", description = "No such case or child")
  @APIResponse(responseCode = "409", description = "Off the case already")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response remove(
      UUID id, UUID childId, @Valid @NotNull Removal removal, @Context HttpHeaders headers) {
    var _ = casebook.changeIn(id);
    Child child = children.require(id, childId);
    EntityVersion.require(headers, child.version());
    child.remove(removal.reasonCode(), casebook.actor(), clock.instant());
    children.flush();
    casebook.done("REMOVE_CHILD", id);
    return Answers.ok(child.version(), child.noted());
  }
}
