package org.crossborough.safety.atrisk;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.crossborough.safety.vault.Secret;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A person at risk, everything about her sealed under her own key. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class AtRiskPerson {

  private static final int FIRST_VERSION = 1;

  @Id private UUID id;
  private @Nullable UUID handoffId;
  private int position;

  @Enumerated(EnumType.STRING)
  private AtRiskDetails.Source source;

  private @Nullable String boroughCode;
  private int detailsVersion;
  private byte[] name;
  private byte[] relationship;
  private byte @Nullable [] safeTimes;

  private AtRiskPerson() {}

  static AtRiskPerson sealed(
      UUID id,
      @Nullable UUID handoffId,
      int position,
      AtRiskDetails.Source source,
      AtRiskDetails details,
      PersonalKey key) {
    AtRiskPerson person = new AtRiskPerson();
    person.id = id;
    person.handoffId = handoffId;
    person.position = position;
    person.source = source;
    person.boroughCode = details.boroughCode();
    person.detailsVersion = FIRST_VERSION;
    person.name = key.seal(person.field("name"), details.name());
    person.relationship =
        key.seal(person.field("relationship"), Secret.of(details.relationship().name()));
    person.safeTimes =
        details.safeTimes().times().isEmpty()
            ? null
            : key.seal(person.field("safe-times"), details.safeTimes().written());
    return person;
  }

  Secret name(PersonalKey key) {
    return key.open(field("name"), name);
  }

  Secret relationship(PersonalKey key) {
    return key.open(field("relationship"), relationship);
  }

  SafeTimes safeTimes(PersonalKey key) {
    return safeTimes == null
        ? SafeTimes.ANY
        : SafeTimes.read(key.open(field("safe-times"), safeTimes));
  }

  AtRiskDetails.Source source() {
    return source;
  }

  UUID id() {
    return id;
  }

  @Nullable String boroughCode() {
    return boroughCode;
  }

  private SealedField field(String named) {
    return new SealedField(named, detailsVersion);
  }
}
