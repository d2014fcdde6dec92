package org.crossborough.referral.lifecycle;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.Disclosing;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.source.DraftReferral;
import org.crossborough.referral.source.Sender;
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

  /** Below the id of every move: a history is read from its beginning. */
  private static final UUID OLDEST = new UUID(0, 0);

  private final Referrals referrals;
  private final ReferMan referMan;
  private final Caller caller;
  private final Clock clock;

  ReferralResource(Referrals referrals, ReferMan referMan, Caller caller, Clock clock) {
    this.referrals = referrals;
    this.referMan = referMan;
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
    Sender sender = new Sender(caller.client(), caller.borough());
    Referral referral = referMan.refer(form, sender, Occasion.of(clock, caller));
    return Answers.created(
        "/v1/referrals/" + referral.id(), referral.version(), referral.view().to(caller));
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
      @Parameter(schema = @Schema(implementation = ReferralStatus.Word.class)) @RestQuery
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
    String borough = caller.scope().equals(Caller.EVERY_BOROUGH) ? null : caller.scope();
    Set<ReferralStatus> statuses = meantBy(status, borough != null);
    List<Referrals.Summary> rows =
        referrals.newestFirst(borough, statuses, Cursor.before(cursor), size);
    return Answers.page(
        Page.of(rows, size, Referrals.Summary::id, row -> row.view().to(caller)), request);
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
    return Answers.ok(referral.version(), referral.view().to(caller));
  }

  @GET
  @Path("{id}/history")
  @Transactional
  @Disclosing("HISTORY")
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR, Roles.PROGRAMME_MANAGER})
  @Operation(
      operationId = "getReferralHistory",
      summary = "Read how a referral moved",
      description =
          "Its first 100 moves unless asked for fewer; the Link header leads to those after them.")
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
  public Response history(
      UUID id,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "100")) @RestQuery
          @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.ofWhole(limit);
    UUID after = cursor == null ? OLDEST : Cursor.before(cursor);
    List<ReferralStatusChange> rows = referrals.moves(referrals.require(id), after, size);
    Page<ReferralStatusChange.ChangeView> page =
        Page.of(rows, size, ReferralStatusChange::id, ReferralStatusChange::view);
    return Answers.page(page.items(), page.next(), request);
  }

  private static Set<ReferralStatus> meantBy(@Nullable String word, boolean borough) {
    if (word == null) {
      return Set.of();
    }
    Set<ReferralStatus> meant = ReferralStatus.meantBy(word, borough);
    if (meant.isEmpty()) {
      throw Findings.refusal("status", "UNKNOWN", "is no status of a referral");
    }
    return meant;
  }
}
