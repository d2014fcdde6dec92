package org.crossborough.safety.safecontact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.atrisk.AtRiskDetails;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.atrisk.HandedOverPerson;
import org.crossborough.safety.atrisk.Relationship;
import org.crossborough.safety.person.People;
import org.crossborough.safety.person.PersonDetails;
import org.crossborough.safety.referral.KnownReferrals;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.crossborough.safety.task.ContactTrigger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * People at risk whom somebody other than the sealed hand-over named: a new partner, or somebody
 * the police, children's services or she herself told of.
 */
@Path("/v1/survivor-cases")
@Tag(name = "Survivor cases")
@RunOnVirtualThread
class NamedPersonResource {

  private final SurvivorCases cases;
  private final KnownReferrals referrals;
  private final AtRiskPeople people;
  private final People known;
  private final CaseAudit audit;
  private final Clock clock;

  NamedPersonResource(
      SurvivorCases cases,
      KnownReferrals referrals,
      AtRiskPeople people,
      People known,
      CaseAudit audit,
      Clock clock) {
    this.cases = cases;
    this.referrals = referrals;
    this.people = people;
    this.known = known;
    this.audit = audit;
    this.clock = clock;
  }

  /** A person at risk, who told of her, and whose referral it is about. */
  @Schema(
      name = "NamedPerson",
      examples =
          """
          {"referralId":"019bb9a0-7c1e-7000-8000-00000000a001","source":"POLICE",
           "details":{"relationship":"NEW_PARTNER","name":"Example Person"},"contactPoints":[]}\
          """)
  record NamedPerson(
      @NotNull UUID referralId,
      AtRiskDetails.@NotNull Source source,
      @NotNull @Valid PersonDetails details,
      @Nullable @Size(max = 20) List<@NotNull @Valid NewContactPoint> contactPoints) {

    List<NewContactPoint> points() {
      return contactPoints == null ? List.of() : contactPoints;
    }
  }

  /** The case that was opened. */
  record OpenedCase(UUID id, String status, @Nullable String boroughCode, long version) {}

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "openSurvivorCase",
      summary = "Open the case of somebody who was named by others",
      description = "Nobody outside the support side hears of it; no receipt changes.")
  @APIResponse(
      responseCode = "201",
      description = "The case is open",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = OpenedCase.class),
              examples =
                  @ExampleObject(
                      name = "opened",
                      value =
                          """
                          {"id":"019bb9a0-7c1e-7000-8000-00000000c001",
                          "status":"DETAILS_RECEIVED","boroughCode":"E09000019","version":0}\
                          """)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  public Response open(@Valid @NotNull NamedPerson named) {
    named.details().refuseUnlessSound();
    named.points().forEach(NewContactPoint::refuseUnlessSound);
    if (referrals.referringBorough(named.referralId()).isEmpty()) {
      throw RequestProblem.INVALID.of(
          List.of(new Violation("referralId", "UNKNOWN", "is not a referral known here")));
    }
    Instant now = clock.instant();
    HandedOverPerson person = takeIn(named, now);
    ContactTrigger trigger =
        named.details().relationship() == Relationship.NEW_PARTNER
            ? ContactTrigger.NEW_PARTNER
            : ContactTrigger.DETAILS_RECEIVED;
    UUID id = cases.openNamed(person, named.referralId(), trigger, now);
    audit.done("OPEN_SURVIVOR_CASE", id);
    SurvivorCases.Known opened = cases.known(id);
    return Answers.created(
        "/v1/survivor-cases/" + id,
        opened.version(),
        new OpenedCase(id, opened.status(), opened.boroughCode(), opened.version()));
  }

  private HandedOverPerson takeIn(NamedPerson named, Instant now) {
    PersonDetails details = named.details();
    HandedOverPerson person =
        people.takeIn(
            named.source(),
            new AtRiskDetails(
                details.relationship(),
                details.name(),
                List.of(),
                details.times(),
                details.boroughCode()));
    known.change(
        person.personId(),
        details,
        people.key(person.personId()).orElseThrow(),
        audit.actor(),
        now);
    for (NewContactPoint point : named.points()) {
      var _ = people.addPoint(person.personId(), point.point(), point.marks(), audit.actor(), now);
    }
    return person;
  }
}
