package org.crossborough.safety.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.atrisk.DisclosedPerson;
import org.crossborough.safety.atrisk.Relationship;
import org.crossborough.safety.atrisk.SafeTimes;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The people at risk as they are known by now. Whoever asks for one in clear must have had the
 * asking audited.
 */
@ApplicationScoped
public class People implements PanacheRepositoryBase<PersonDetailsVersion, UUID> {

  /** What was known of a person from a moment on. */
  public record Known(int version, Instant changedAt, String changedBy, PersonDetails details) {}

  private static final int AS_TAKEN_IN = 1;

  private final AtRiskPeople people;

  People(AtRiskPeople people) {
    this.people = people;
  }

  /** A person in clear; empty once her key was destroyed. */
  public Optional<DisclosedPerson> disclose(UUID personId) {
    return people
        .key(personId)
        .map(key -> {
          DisclosedPerson first = people.disclose(personId, key);
          PersonDetailsVersion last = last(personId, key);
          return last == null ? first : later(first, last, key);
        });
  }

  /** Her details; empty once her key was destroyed. */
  public Optional<PersonDetails> details(UUID personId) {
    return people
        .key(personId)
        .map(key -> {
          PersonDetailsVersion last = last(personId, key);
          return last == null ? atFirst(personId, key) : last.open(key);
        });
  }

  /** The times at which she may be contacted. */
  public SafeTimes safeTimes(UUID personId, PersonalKey key) {
    PersonDetailsVersion last = last(personId, key);
    return last == null ? people.safeTimes(personId, key) : last.open(key).times();
  }

  /** Keeps a new version of her details. */
  public void change(UUID personId, PersonDetails details, PersonalKey key, String by, Instant at) {
    PersonDetailsVersion last = last(personId, key);
    int next = (last == null ? AS_TAKEN_IN : last.version()) + 1;
    persist(PersonDetailsVersion.sealed(personId, next, details, key, by, at));
    people.mayBeFoundAs(personId, details.name());
  }

  /** Every change of her details, newest first. */
  public List<Known> history(UUID personId, PersonalKey key) {
    return list("personId = ?1 order by version desc", personId).stream()
        .map(version -> version.known(key))
        .toList();
  }

  private PersonDetails atFirst(UUID personId, PersonalKey key) {
    DisclosedPerson first = people.disclose(personId, key);
    return PersonDetails.atFirst(
        Relationship.valueOf(first.relationship().reveal()),
        first.name(),
        people.boroughCode(personId),
        first.safeTimes());
  }

  /** The last version; null while there is none, which must not be because they were taken away. */
  private @Nullable PersonDetailsVersion last(UUID personId, PersonalKey key) {
    PersonDetailsVersion last =
        find("personId = ?1 order by version desc", personId).page(0, 1).firstResult();
    if (last == null) {
      key.requireCurrent(PersonDetailsVersion.field(AS_TAKEN_IN));
    }
    return last;
  }

  private static DisclosedPerson later(
      DisclosedPerson first, PersonDetailsVersion last, PersonalKey key) {
    PersonDetails details = last.open(key);
    return first.as(Secret.of(details.relationship().name()), details.name(), details.times());
  }
}
