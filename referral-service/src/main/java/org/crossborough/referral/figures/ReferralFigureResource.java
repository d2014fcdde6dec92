package org.crossborough.referral.figures;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.equality.EqualityProfile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The figures of the referral side over HTTP. */
@Path("/v1/referral-figures")
@Tag(
    name = "Referral figures",
    description = "Figures of the referral side, exact and recomputable.")
@RunOnVirtualThread
class ReferralFigureResource {

  /** Nothing is withheld: named staff and a borough's own data; whoever releases them, controls. */
  static final String POLICY = "NONE";

  private static final String EXAMPLE =
      """
      {"from":"2026-04-01","to":"2026-06-30","scope":"E09000019","policy":"NONE",
       "asOf":"2026-07-01T09:00:00Z",
       "items":[{"id":"M-05","name":"Assessed",
         "definition":"Referrals with at least one suitability session held, of those received in the period.",
         "method":"COUNT_RATIO","numerator":38,"denominator":50,"value":"76.0","unit":"PERCENT"}],
       "equalityProfile":[{"id":"M-28","basis":"RECEIVED","men":50,
         "cells":[{"characteristic":"AGE","code":"25-34","count":19}]}]}
      """;

  private final ReferralCounts counts;
  private final EqualityProfile profile;
  private final Caller caller;
  private final Clock clock;

  ReferralFigureResource(
      ReferralCounts counts, EqualityProfile profile, Caller caller, Clock clock) {
    this.counts = counts;
    this.profile = profile;
    this.caller = caller;
    this.clock = clock;
  }

  /** Every figure of a period and scope. */
  @Schema(name = "ReferralFigures")
  record Sheet(
      LocalDate from,
      LocalDate to,
      @Schema(description = "The borough's code, or that of London.") String scope,
      @Schema(description = "Disclosure control; NONE, exact figures.") String policy,
      Instant asOf,
      List<FigureView> items,
      List<EqualityProfile.Profile> equalityProfile) {}

  @GET
  @Transactional
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.PROGRAMME_MANAGER, Roles.OUTCOMES_ANALYST})
  @Operation(
      operationId = "readReferralFigures",
      summary = "Read the figures of the referral side",
      description =
          "Exact, for a borough's own referrals and for named staff. Gender identity is counted"
              + " for all of London only.")
  @APIResponse(
      responseCode = "200",
      description = "M-01 to M-06, M-09, M-16 and the equality profile M-28",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Sheet.class),
              examples = @ExampleObject(name = "a borough's own", value = EXAMPLE)))
  public Sheet read(
      @Parameter(required = true, description = "The first day.", example = "2026-04-01") @RestQuery
          @Nullable String from,
      @Parameter(required = true, description = "The last day.", example = "2026-06-30") @RestQuery
          @Nullable String to,
      @Parameter(description = "One borough alone.", example = "E09000019") @RestQuery
          @Nullable String borough) {
    Period period = Period.of(from, to);
    Scope scope = Scope.of(caller, borough);
    Counts counted = counts.of(period, scope);
    return new Sheet(
        period.from(),
        period.to(),
        scope.code(),
        POLICY,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        Arrays.stream(ReferralFigure.values()).map(figure -> figure.of(counted)).toList(),
        profile.of(period.from(), period.to(), scope.borough()));
  }
}
