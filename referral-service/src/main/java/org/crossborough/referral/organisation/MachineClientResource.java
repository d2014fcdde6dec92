package org.crossborough.referral.organisation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.organisation.MachineClient.ClientView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The machines that act for a borough, over HTTP. */
@Path("/v1/boroughs/{code}/clients")
@Tag(name = "Boroughs")
@RunOnVirtualThread
class MachineClientResource {

  private final MachineClients clients;
  private final Caller caller;
  private final Clock clock;

  MachineClientResource(MachineClients clients, Caller caller, Clock clock) {
    this.clients = clients;
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
      operationId = "listMachineClients",
      summary = "List the machines that act for a borough, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of registrations, past ones among them",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Listed.class),
              examples = @ExampleObject(name = "clients", value = ClientView.LISTED_EXAMPLE)))
  public Response list(
      String code,
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
    List<MachineClient> rows = clients.newestFirst(code, Cursor.before(cursor), size);
    return Answers.page(Page.of(rows, size, MachineClient::id, MachineClient::view), request);
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.PROGRAMME_MANAGER)
  @Operation(
      operationId = "registerMachineClient",
      summary = "Register a machine that acts for a borough",
      description = "A record only: what a machine may do is in its token.")
  @APIResponse(
      responseCode = "201",
      description = "The registration",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ClientView.class),
              examples = @ExampleObject(name = "client", value = ClientView.EXAMPLE)))
  public Response register(String code, @NotNull @Valid RegisterClient body) {
    MachineClient client = MachineClient.of(code, body, Occasion.of(clock, caller));
    clients.add(client, code);
    return Answers.created(
        "/v1/boroughs/" + code + "/clients/" + client.id(), client.version(), client.view());
  }

  @POST
  @Path("{clientEntryId}/end")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.PROGRAMME_MANAGER)
  @Operation(operationId = "endMachineClient", summary = "End a machine's registration")
  @APIResponse(
      responseCode = "200",
      description = "The registration as it now is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ClientView.class),
              examples = @ExampleObject(name = "client", value = ClientView.EXAMPLE)))
  public Response end(
      String code,
      UUID clientEntryId,
      @NotNull @Valid EndClient body,
      @Context HttpHeaders headers) {
    MachineClient client = clients.requireForChange(clientEntryId, code);
    EntityVersion.require(headers, client.version());
    client.end(body.until);
    clients.flush();
    return Answers.ok(client.version(), client.view());
  }

  /**
   * A machine and who stands behind it.
   *
   * @param clientId its name with the identity provider
   */
  @Schema(
      examples =
"""
{"clientId":"demo-borough-islington","organisationId":"0197f3a0-1c00-7000-8000-000000000041",
 "from":"2020-01-01"}
""")
  record RegisterClient(
      @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,100}") String clientId,
      @NotNull UUID organisationId,
      @NotNull LocalDate from,
      @Nullable LocalDate until) {}

  /** The last day of a registration. */
  @Schema(
      examples =
"""
{"until":"2027-03-31"}
""")
  record EndClient(@NotNull LocalDate until) {}

  /** A page of registrations, for the description of the API. */
  @Schema(name = "MachineClientPage")
  record Listed(List<ClientView> items, @Nullable String next) {}
}
