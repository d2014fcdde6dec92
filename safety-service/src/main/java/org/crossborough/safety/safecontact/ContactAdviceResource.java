package org.crossborough.safety.safecontact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.StepUp;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.atrisk.ContactPointType;
import org.crossborough.safety.atrisk.SafeTimes;
import org.crossborough.safety.contact.SafeContactPolicy;
import org.crossborough.safety.person.People;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.crossborough.safety.vault.PersonalKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether, and how, she may be contacted at a moment. */
@Path("/v1/survivor-cases/{id}/contact-advice")
@Tag(name = "Survivor cases")
@RunOnVirtualThread
class ContactAdviceResource {

  private final SurvivorCases cases;
  private final AtRiskPeople people;
  private final People known;
  private final CaseAudit audit;
  private final StepUp stepUp;
  private final Clock clock;

  ContactAdviceResource(
      SurvivorCases cases,
      AtRiskPeople people,
      People known,
      CaseAudit audit,
      StepUp stepUp,
      Clock clock) {
    this.cases = cases;
    this.people = people;
    this.known = known;
    this.audit = audit;
    this.stepUp = stepUp;
    this.clock = clock;
  }

  /** What may be done at a moment with each contact point, which are told without what they are. */
  record ContactAdvice(Instant at, boolean withinSafeTimes, List<PointAdvice> contactPoints) {}

  /** What may be done with one contact point, and what stands in the way of the rest. */
  record PointAdvice(UUID id, ContactPointType type, List<SafeContactPolicy.Advice> uses) {}

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "adviseContact",
      summary = "How she may be contacted at a moment, and why not otherwise")
  @APIResponse(
      responseCode = "200",
      description = "The rules that an attempt at that moment would meet",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ContactAdvice.class),
              examples =
                  @ExampleObject(
                      name = "advice",
                      value =
                          """
                          {"at":"2026-01-14T10:30:00Z","withinSafeTimes":true,"contactPoints":[
                          {"id":"019bb9a0-7c1e-7000-8000-00000000d001","type":"PHONE","uses":[
                          {"use":"CALL","allowed":true,"reasons":[]},
                          {"use":"VOICEMAIL","allowed":false,
                          "reasons":["NOT_SAFE_FOR_VOICEMAIL"]}]}]}\
                          """)))
  @APIResponse(responseCode = "400", description = "The moment cannot be read")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public ContactAdvice advise(
      UUID id,
      @QueryParam("at")
          @Parameter(
              description = "The moment, in UTC; now when absent",
              example = "2026-01-14T10:30:00Z")
          @Nullable String at) {
    stepUp.require();
    Instant moment = at == null ? clock.instant() : moment(at);
    audit.reading("READ_CONTACT_ADVICE", id, "SAFE_CONTACT");
    UUID personId = cases.known(id).personId();
    PersonalKey key =
        people.key(personId).orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    SafeTimes times = known.safeTimes(personId, key);
    return new ContactAdvice(
        moment,
        times.allow(moment),
        people.marks(personId).stream()
            .map(point ->
                new PointAdvice(
                    point.id(), point.type(), SafeContactPolicy.advise(point, times, moment)))
            .toList());
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw RequestProblem.INVALID.of(
          List.of(new Violation("at", "INSTANT", "must be a moment such as 2026-01-14T10:30:00Z")));
    }
  }
}
