package org.crossborough.programme.driver;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.SafetyEvent.ClearToStart;

/** A made-up man as the other services tell of him. */
public record ManFixture(UUID referralId, UUID personId, UUID enrolmentId) {

  private static final Instant TOLD = Instant.parse("2025-01-20T09:00:00Z");

  /** Allocated, named, and cleared to start. */
  public static ManFixture cleared(RunFixture run) {
    ManFixture man = allocated(run);
    Wire.publish(new ClearToStart(man.referralId(), TOLD));
    man.awaitThat("clearToStart", true);
    return man;
  }

  /** As many as asked for, told of together. */
  public static List<ManFixture> cleared(RunFixture run, int men) {
    Map<UUID, UUID> persons = new LinkedHashMap<>();
    for (int i = 0; i < men; i++) {
      UUID referral = UUID.randomUUID();
      UUID person = UUID.randomUUID();
      Wire.publish(
          allocation(referral, person, run),
          named(person, referral),
          new ClearToStart(referral, TOLD));
      persons.put(referral, person);
    }
    String list = "/v1/runs/" + run.id() + "/enrolments?limit=100";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            ProgrammeApi.get(list).jsonPath().getList("items.findAll { it.clearToStart }.id").size()
                == men);
    Response all = ProgrammeApi.get(list);
    return persons.keySet().stream()
        .map(referral ->
            new ManFixture(
                referral,
                Objects.requireNonNull(persons.get(referral)),
                UUID.fromString(
                    all.path("items.find { it.referralId == '%s' }.id".formatted(referral)))))
        .toList();
  }

  /** Allocated and named; nobody has cleared him. */
  public static ManFixture allocated(RunFixture run) {
    UUID referral = UUID.randomUUID();
    UUID person = UUID.randomUUID();
    Wire.publish(allocation(referral, person, run), named(person, referral));
    String list = "/v1/runs/" + run.id() + "/enrolments?limit=100";
    String found = "items.find { it.referralId == '%s' && it.participant != null }?.id";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ProgrammeApi.get(list).path(found.formatted(referral)) != null);
    String enrolment = ProgrammeApi.get(list).path(found.formatted(referral));
    return new ManFixture(referral, person, UUID.fromString(enrolment));
  }

  public static ReferralAllocated allocation(UUID referral, UUID person, RunFixture run) {
    return new ReferralAllocated(
        referral, TOLD, person, run.id(), RunFixture.ISLINGTON, RunFixture.FIRST_DAY);
  }

  public static ParticipantChanged named(UUID person, UUID referral) {
    return new ParticipantChanged(
        person, TOLD, referral, "Example", "Person", LocalDate.of(1985, 3, 2), null);
  }

  public void awaitThat(String field, Object value) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> value.equals(ProgrammeApi.get(path()).path(field)));
  }

  public String path() {
    return "/v1/enrolments/" + enrolmentId;
  }

  public Map<String, Object> line(String code, int minutes) {
    return Map.of("enrolmentId", enrolmentId.toString(), "code", code, "attendedMinutes", minutes);
  }

  public static Map<String, Object> register(Object... lines) {
    return Map.of("entries", List.of(lines));
  }
}
