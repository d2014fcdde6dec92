package org.crossborough.referral.lifecycle;

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
import org.crossborough.referral.access.Disclosing;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.borough.GssCode;
import org.crossborough.referral.form.ContactDetails;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.person.Person;
import org.crossborough.referral.screening.ReferrableScreenings;
import org.crossborough.referral.screening.ReferrableScreenings.Standing;
import org.crossborough.referral.source.MainSubstance;
import org.crossborough.referral.source.Referrer;
import org.crossborough.referral.source.ReferrerType;
import org.crossborough.referral.source.Submission;
import org.crossborough.referral.source.Treatment;
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

/** Referrals over HTTP: sending one, and reading. */
@Path("/v1/referrals")
@Tag(name = "Referrals", description = "From receipt to a decision.")
@RunOnVirtualThread
class ReferralResource {

  private final Referrals referrals;
  private final ReferrableScreenings screenings;
  private final Outbox outbox;
  private final Caller caller;
  private final Clock clock;

  ReferralResource(
      Referrals referrals,
      ReferrableScreenings screenings,
      Outbox outbox,
      Caller caller,
      Clock clock) {
    this.referrals = referrals;
    this.screenings = screenings;
    this.outbox = outbox;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(operationId = "createReferral", summary = "Refer a man")
  @APIResponse(
      responseCode = "201",
      description = "The referral, received",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReferralView.class),
              examples = @ExampleObject(name = "referral", value = ReferralView.EXAMPLE)))
  public Response create(@NotNull @Valid DraftReferral form) {
    Occasion occasion = Occasion.of(clock, caller);
    form.findings(caller.borough(), occasion).refuse();
    requireScreening(form, occasion);
    Referral referral = Referral.receive(form, caller.client(), occasion);
    referrals.add(referral);
    outbox.publish(referral.received());
    outbox.publish(referral.participant());
    return Answers.created("/v1/referrals/" + referral.id(), referral.version(), referral.view());
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
  @Operation(operationId = "listReferrals", summary = "List referrals, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of referrals, without the men",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReferralView.Listed.class),
              examples = @ExampleObject(name = "referral", value = ReferralView.LISTED_EXAMPLE)))
  public Response list(
      @Parameter(schema = @Schema(implementation = ReferralStatus.class)) @RestQuery
          @Nullable String status,
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
    String scope = caller.scope();
    List<Referral> rows =
        referrals.newestFirst(
            scope.equals(Caller.EVERY_BOROUGH) ? null : scope,
            statusNamed(status),
            Cursor.before(cursor),
            size);
    return Answers.page(Page.of(rows, size, Referral::id, Referral::summary), request);
  }

  @GET
  @Path("{id}")
  @Transactional
  @Disclosing("REFERRAL")
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR,
    Roles.PROGRAMME_MANAGER
  })
  @Operation(operationId = "getReferral", summary = "Read a referral")
  @APIResponse(
      responseCode = "200",
      description = "The referral",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReferralView.class),
              examples = @ExampleObject(name = "referral", value = ReferralView.EXAMPLE)))
  public Response get(UUID id) {
    Referral referral = referrals.require(id);
    return Answers.ok(referral.version(), referral.view());
  }

  @GET
  @Path("{id}/history")
  @Transactional
  @Disclosing("HISTORY")
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR, Roles.PROGRAMME_MANAGER})
  @Operation(operationId = "getReferralHistory", summary = "Read how a referral moved")
  @APIResponse(
      responseCode = "200",
      description = "Its moves, oldest first",
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      implementation = ReferralStatusChange.ChangeView.class,
                      type = SchemaType.ARRAY),
              examples = @ExampleObject(name = "referral", value = ReferralStatusChange.EXAMPLE)))
  public List<ReferralStatusChange.ChangeView> history(UUID id) {
    return referrals.require(id).changes().stream().map(ReferralStatusChange::view).toList();
  }

  private void requireScreening(DraftReferral form, Occasion occasion) {
    Standing screening =
        screenings
            .of(form.screeningId(), form.referringBoroughCode())
            .orElseThrow(() ->
                ReferralProblem.SCREENING_NOT_FOUND.because(
                    "No screening of the referring borough has this id."));
    if (!screening.mayBeReferred()) {
      throw ReferralProblem.SCREENING_NOT_POSITIVE.because(
          "The screening must have the result POSITIVE_REFER.");
    }
    if (!screening.isCurrentOn(form.referralDay(occasion))) {
      throw ReferralProblem.SCREENING_NOT_CURRENT.because(
          "Screen again, or check the dates of the screening and of the referral.");
    }
  }

  private static @Nullable ReferralStatus statusNamed(@Nullable String name) {
    if (name == null) {
      return null;
    }
    for (ReferralStatus status : ReferralStatus.values()) {
      if (status.name().equals(name)) {
        return status;
      }
    }
    Findings findings = new Findings();
    findings.when(true, "status", "UNKNOWN", "is no status of a referral");
    findings.refuse();
    return null;
  }

  /** A referral as a borough's system or a keyworker sends it. */
  @Schema(
      examples =
"""
{"externalReference":"ISL-0001","referringBoroughCode":"E09000019",
 "referralDate":"2026-01-06","referrerType":"DRUG_SERVICE",
 "referrerOrganisation":"Demo treatment service",
 "screeningId":"0197f3a0-1c00-7000-8000-000000000004",
 "client":{"givenName":"Demo","familyName":"Example","dateOfBirth":"1985-03-02","sex":"M",
   "residenceBoroughCode":"E09000019"},
 "treatmentProvider":"Demo treatment service","treatmentEpisodeRef":"EP-1",
 "mainSubstance":"ALCOHOL","consentToReferral":true,"confidentialityExplained":true}
""")
  record DraftReferral(
      @NotBlank @Size(max = 64) String externalReference,
      @NotNull @GssCode String referringBoroughCode,
      @Nullable @GssCode String commissioningBoroughCode,
      @Nullable LocalDate referralDate,
      @NotNull ReferrerType referrerType,
      @NotBlank @Size(max = 200) String referrerOrganisation,
      @NotNull UUID screeningId,
      @NotNull @Valid Person client,
      @NotBlank @Size(max = 200) String treatmentProvider,
      @NotBlank @Size(max = 64) String treatmentEpisodeRef,
      @NotNull MainSubstance mainSubstance,
      @NotNull Boolean consentToReferral,
      @NotNull Boolean confidentialityExplained,
      @Nullable @Size(max = 2000) String riskNotes) {

    LocalDate referralDay(Occasion occasion) {
      return referralDate == null ? occasion.today() : referralDate;
    }

    Submission submission(String submittingClient, Occasion occasion) {
      return new Submission(
          externalReference,
          submittingClient,
          referralDay(occasion),
          screeningId,
          commissioningBoroughCode == null ? referringBoroughCode : commissioningBoroughCode,
          new Referrer(referrerType, referrerOrganisation),
          new Treatment(treatmentProvider, treatmentEpisodeRef, mainSubstance),
          riskNotes);
    }

    Findings findings(@Nullable String borough, Occasion occasion) {
      LocalDate day = referralDay(occasion);
      Findings findings = new Findings();
      findings.when(
          !referringBoroughCode.equals(borough),
          "referringBoroughCode",
          "OTHER_BOROUGH",
          "is not the borough of the token");
      findings.when(day.isAfter(occasion.today()), "referralDate", "IN_FUTURE", "has not come yet");
      findings.when(
          !client.isOfAge(day), "client.dateOfBirth", "UNDER_18", "the man must be an adult");
      findings.when(!consentToReferral, "consentToReferral", "NOT_AGREED", "he must have agreed");
      findings.when(
          !confidentialityExplained,
          "confidentialityExplained",
          "CONFIDENTIALITY_NOT_EXPLAINED",
          "the limits of confidentiality are explained first");
      refuseContactDetails(findings, "riskNotes", riskNotes);
      refuseContactDetails(findings, "referrerOrganisation", referrerOrganisation);
      refuseContactDetails(findings, "treatmentProvider", treatmentProvider);
      return findings;
    }

    private static void refuseContactDetails(
        Findings findings, String field, @Nullable String text) {
      findings.when(
          ContactDetails.in(text),
          field,
          "CONTAINS_CONTACT_DETAILS",
          "must not carry a telephone number, a postcode or an e-mail address");
    }
  }
}
