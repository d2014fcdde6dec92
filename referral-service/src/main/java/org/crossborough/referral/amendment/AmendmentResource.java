package org.crossborough.referral.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.Disclosing;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.amendment.AmendReferral.Correction;
import org.crossborough.referral.amendment.Amendment.AmendmentView;
import org.crossborough.referral.amendment.Amendment.Side;
import org.crossborough.referral.amendment.Corrections.Corrected;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.MissingContent;
import org.crossborough.referral.form.PageSize;
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

/** Amendments of a referral over HTTP, and its return for completion. */
@Path("/v1/referrals/{id}")
@Tag(name = "Referrals")
@RunOnVirtualThread
class AmendmentResource {

  private static final String REFERRAL = "#/components/schemas/ReferralView";
  private static final String EXAMPLE =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000001","reference":"7K2M9-QX4TC",
       "externalReference":"ISL-0001","status":"RETURNED_INCOMPLETE",
       "referringBoroughCode":"E09000019","residenceBoroughCode":"E09000019",
       "commissioningBoroughCode":"E09000019","referralDate":"2026-01-06",
       "receivedAt":"2026-01-06T09:00:00Z","screeningId":"0197f3a0-1c00-7000-8000-000000000004",
       "client":{"givenName":"Demo","familyName":"Example","dateOfBirth":"1985-03-02","sex":"M",
         "residenceBoroughCode":"E09000019"},
       "referrerType":"DRUG_SERVICE","referrerOrganisation":"Demo treatment service",
       "treatmentProvider":"Demo treatment service","treatmentEpisodeRef":"EP-1",
       "mainSubstance":"ALCOHOL","ageBand":"AGE_35_44",
       "missing":[{"field":"client.nhsNumber","code":"MISSING"}],"version":1}
      """;

  private final AmendReferral referral;
  private final Corrections corrections;
  private final Amendments amendments;
  private final Caller caller;

  AmendmentResource(
      AmendReferral referral, Corrections corrections, Amendments amendments, Caller caller) {
    this.referral = referral;
    this.corrections = corrections;
    this.amendments = amendments;
    this.caller = caller;
  }

  @POST
  @Path("amendments")
  @Transactional
  @Idempotent
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER, Roles.COORDINATOR})
  @Operation(
      operationId = "amendReferral",
      summary = "Put fields of a referral right",
      description =
          "Its sender until triage begins, a coordinator until its end; after that, a coordinator"
              + " what identifies the man. Checked by the rules of a new referral.")
  @APIResponse(
      responseCode = "200",
      description = "The referral as it now is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(ref = REFERRAL),
              examples = @ExampleObject(name = "referral", value = EXAMPLE)))
  public Response amend(
      UUID id, @NotNull @Valid AmendReferralForm body, @Context HttpHeaders headers) {
    body.findings().refuse();
    return referral.amend(id, headers, body.fields(), correction(id, body));
  }

  @GET
  @Path("amendments")
  @Transactional
  @Disclosing("AMENDMENTS")
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR,
    Roles.PROGRAMME_MANAGER
  })
  @Operation(
      operationId = "listReferralAmendments",
      summary = "List the amendments of a referral, newest first",
      description =
          "A borough reads who of its own people amended and why; of the programme's, only what"
              + " they changed.")
  @APIResponse(
      responseCode = "200",
      description = "A page of amendments, one for each field",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Listed.class),
              examples = @ExampleObject(name = "amendments", value = AmendmentView.LISTED_EXAMPLE)))
  public Response list(
      UUID id,
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
    referral.requireVisible(id);
    List<Amendment> rows = amendments.newestFirst(id, Cursor.before(cursor), size);
    Side reader = Side.of(caller);
    return Answers.page(Page.of(rows, size, Amendment::id, row -> row.view(reader)), request);
  }

  @POST
  @Path("return")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      operationId = "returnReferral",
      summary = "Return a referral for completion",
      description = "The sender finds what is missing in the referral, under \"missing\".")
  @APIResponse(
      responseCode = "200",
      description = "The referral as it now is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(ref = REFERRAL),
              examples = @ExampleObject(name = "referral", value = EXAMPLE)))
  public Response returnIncomplete(
      UUID id, @NotNull @Valid ReturnReferral body, @Context HttpHeaders headers) {
    return referral.returnIncomplete(
        id,
        headers,
        form -> {
          corrections.requireMissing(form, body.missing);
          return body.missing;
        });
  }

  @POST
  @Path("completion")
  @Transactional
  @Idempotent
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(
      operationId = "completeReferral",
      summary = "Send a returned referral again",
      description = "With amendments or after them; refused while anything listed was not amended.")
  @APIResponse(
      responseCode = "200",
      description = "The referral as it now is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(ref = REFERRAL),
              examples = @ExampleObject(name = "referral", value = EXAMPLE)))
  public Response complete(
      UUID id, @Nullable @Valid CompleteReferral body, @Context HttpHeaders headers) {
    if (body == null || body.amendments == null) {
      return referral.complete(id, headers, Set.of(), (form, occasion) -> form);
    }
    AmendReferralForm amended = body.amendments;
    amended.findings().refuse();
    return referral.complete(id, headers, amended.fields(), correction(id, amended));
  }

  private Correction correction(UUID id, AmendReferralForm body) {
    return (form, occasion) -> {
      Corrected corrected = corrections.of(form, body.changes, occasion);
      Amendment.Subject subject =
          new Amendment.Subject(id, form.referringBoroughCode(), Side.of(caller));
      corrected.changed().stream()
          .map(changed -> Amendment.of(subject, changed, body.reason, occasion))
          .forEach(amendments::persist);
      return corrected.form();
    };
  }

  /**
   * A field and what it should be.
   *
   * @param field its path in the form, such as {@code client.phone}
   * @param value as in the form; absent or null to take out what is there
   */
  @Schema(name = "FieldChange")
  record Change(
      @NotBlank @Size(max = 64) String field,
      @Schema(description = "As in the form; absent to take out what is there")
          @Nullable JsonNode value) {}

  /** Fields to be put right, together or not at all, and why. */
  @Schema(
      name = "AmendReferral",
      examples =
"""
{"changes":[{"field":"client.phone","value":"020 7946 0001"}],"reason":"He has a new number"}
""")
  record AmendReferralForm(
      @NotNull @Size(min = 1, max = 40) List<@NotNull @Valid Change> changes,
      @NotBlank @Size(max = 500) String reason) {

    Set<String> fields() {
      return changes.stream().map(Change::field).collect(Collectors.toSet());
    }

    Findings findings() {
      Findings findings = new Findings();
      findings.contactDetails("reason", reason);
      for (int i = 0; i < changes.size(); i++) {
        String field = changes.get(i).field();
        findings.when(
            !AmendableField.PATHS.contains(field),
            "changes[" + i + "].field",
            "NOT_AMENDABLE",
            "is no field that can be amended");
        findings.when(
            changes.subList(0, i).stream().anyMatch(other -> other.field().equals(field)),
            "changes[" + i + "].field",
            "REPEATED",
            "is amended once at a time");
      }
      return findings;
    }
  }

  /** What a referral is returned for. */
  @Schema(
      examples =
"""
{"missing":[{"field":"client.nhsNumber","code":"MISSING","note":"Needed to find his record"}]}
""")
  record ReturnReferral(
      @NotNull @Size(min = 1, max = 40) List<@NotNull @Valid MissingContent> missing) {}

  /** What makes a returned referral complete, unless it was amended before. */
  @Schema(
      examples =
"""
{"amendments":{"changes":[{"field":"client.nhsNumber","value":"9434765919"}],
  "reason":"Returned for it"}}
""")
  record CompleteReferral(@Nullable @Valid AmendReferralForm amendments) {}

  /** A page of amendments, for the description of the API. */
  @Schema(name = "AmendmentPage")
  record Listed(List<AmendmentView> items, @Nullable String next) {}
}
