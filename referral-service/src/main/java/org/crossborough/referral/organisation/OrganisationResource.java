package org.crossborough.referral.organisation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.borough.GssCode;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.organisation.Organisation.OrganisationView;
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

/** The register of organisations over HTTP. */
@Path("/v1/organisations")
@Tag(name = "Organisations", description = "Who refers, treats and delivers, and how accredited.")
@RunOnVirtualThread
class OrganisationResource {

  private final Organisations organisations;
  private final Caller caller;
  private final Clock clock;

  OrganisationResource(Organisations organisations, Caller caller, Clock clock) {
    this.organisations = organisations;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.PROGRAMME_MANAGER)
  @Operation(operationId = "createOrganisation", summary = "Enter an organisation")
  @APIResponse(
      responseCode = "201",
      description = "The organisation, entered",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = OrganisationView.class),
              examples = @ExampleObject(name = "organisation", value = OrganisationView.EXAMPLE)))
  public Response create(@NotNull @Valid OrganisationEntry body) {
    body.findings().refuse();
    Organisation organisation = Organisation.of(body, Occasion.of(clock, caller));
    organisations.persistAndFlush(organisation);
    return Answers.created(
        "/v1/organisations/" + organisation.id(),
        organisation.version(),
        organisation.view(today()));
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
  @Operation(operationId = "listOrganisations", summary = "List organisations, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of organisations",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Listed.class),
              examples =
                  @ExampleObject(name = "organisations", value = OrganisationView.LISTED_EXAMPLE)))
  public Response list(
      @Parameter(schema = @Schema(implementation = OrganisationType.class)) @RestQuery
          @Nullable String type,
      @Parameter(
              description = "The day accreditation is asked for; today unless given",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @RestQuery
          @Nullable String on,
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
    LocalDate day = day(on);
    List<Organisation> rows =
        organisations.newestFirst(typeNamed(type), Cursor.before(cursor), size);
    return Answers.page(
        Page.of(rows, size, Organisation::id, organisation -> organisation.view(day)), request);
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR,
    Roles.PROGRAMME_MANAGER
  })
  @Operation(operationId = "getOrganisation", summary = "Read an organisation")
  @APIResponse(
      responseCode = "200",
      description = "The organisation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = OrganisationView.class),
              examples = @ExampleObject(name = "organisation", value = OrganisationView.EXAMPLE)))
  public Response get(
      UUID id,
      @Parameter(
              description = "The day accreditation is asked for; today unless given",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @RestQuery
          @Nullable String on) {
    Organisation organisation = organisations.require(id);
    return Answers.ok(organisation.version(), organisation.view(day(on)));
  }

  @PUT
  @Path("{id}")
  @Transactional
  @RolesAllowed(Roles.PROGRAMME_MANAGER)
  @Operation(
      operationId = "replaceOrganisation",
      summary = "Replace an organisation's entry",
      description = "Accreditations stay as they are.")
  @APIResponse(
      responseCode = "200",
      description = "The organisation as it now is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = OrganisationView.class),
              examples = @ExampleObject(name = "organisation", value = OrganisationView.EXAMPLE)))
  public Response replace(
      UUID id, @NotNull @Valid OrganisationEntry body, @Context HttpHeaders headers) {
    body.findings().refuse();
    Organisation organisation = seen(id, headers);
    organisation.replace(body);
    return changed(organisation);
  }

  @POST
  @Path("{id}/accreditations")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.PROGRAMME_MANAGER)
  @Operation(operationId = "addAccreditation", summary = "Add evidence of accreditation")
  @APIResponse(
      responseCode = "200",
      description = "The organisation as it now is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = OrganisationView.class),
              examples = @ExampleObject(name = "organisation", value = OrganisationView.EXAMPLE)))
  public Response accredit(
      UUID id, @NotNull @Valid AddAccreditation body, @Context HttpHeaders headers) {
    body.findings().refuse();
    Organisation organisation = seen(id, headers);
    organisation.accredit(body, Occasion.of(clock, caller));
    return changed(organisation);
  }

  private Organisation seen(UUID id, HttpHeaders headers) {
    Organisation organisation = organisations.requireForChange(id);
    EntityVersion.require(headers, organisation.version());
    return organisation;
  }

  private Response changed(Organisation organisation) {
    organisations.flush();
    return Answers.ok(organisation.version(), organisation.view(today()));
  }

  private LocalDate today() {
    return Occasion.londonDay(clock.instant());
  }

  private LocalDate day(@Nullable String on) {
    if (on == null) {
      return today();
    }
    try {
      return LocalDate.parse(on);
    } catch (DateTimeParseException noDate) {
      throw Findings.refusal("on", "UNREADABLE", "is no date");
    }
  }

  private static @Nullable OrganisationType typeNamed(@Nullable String name) {
    if (name == null) {
      return null;
    }
    for (OrganisationType type : OrganisationType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw Findings.refusal("type", "UNKNOWN", "is no type of organisation");
  }

  /**
   * What the register says of an organisation.
   *
   * @param boroughsServed where it works
   */
  @Schema(
      examples =
"""
{"name":"Demo treatment service","type":"TREATMENT_PROVIDER","activeFrom":"2020-01-01",
 "boroughsServed":["E09000019"]}
""")
  record OrganisationEntry(
      @NotBlank @Size(max = 200) String name,
      @NotNull OrganisationType type,
      @NotNull LocalDate activeFrom,
      @Nullable LocalDate activeUntil,
      @NotNull @Size(max = 33) List<@NotNull @GssCode String> boroughsServed) {

    Findings findings() {
      Findings findings = new Findings();
      findings.contactDetails("name", name);
      findings.when(
          activeUntil != null && activeUntil.isBefore(activeFrom),
          "activeUntil",
          "BEFORE_START",
          "must not lie before the first day");
      return findings;
    }
  }

  /** Evidence of accreditation, as the scheme's certificate states it. */
  @Schema(
      examples =
"""
{"scheme":"RESPECT","number":"DEMO-1","level":"FULL","validFrom":"2025-04-01",
 "validTo":"2028-03-31"}
""")
  record AddAccreditation(
      @NotBlank @Size(max = 64) String scheme,
      @NotBlank @Size(max = 64) String number,
      @NotBlank @Size(max = 64) String level,
      @NotNull LocalDate validFrom,
      @NotNull LocalDate validTo) {

    Findings findings() {
      Findings findings = new Findings();
      findings.contactDetails("scheme", scheme);
      findings.contactDetails("level", level);
      findings.when(
          validTo.isBefore(validFrom),
          "validTo",
          "BEFORE_START",
          "must not lie before the first day");
      return findings;
    }

    Accreditation accreditation(Instant recordedAt) {
      return new Accreditation(scheme, number, level, validFrom, validTo, recordedAt);
    }
  }

  /** A page of organisations, for the description of the API. */
  @Schema(name = "OrganisationPage")
  record Listed(List<OrganisationView> items, @Nullable String next) {}
}
