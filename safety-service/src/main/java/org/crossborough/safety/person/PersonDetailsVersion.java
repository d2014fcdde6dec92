package org.crossborough.safety.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.hibernate.annotations.Immutable;

/** What was known of a person from a moment on, sealed as a whole. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class PersonDetailsVersion {

  @Id private UUID id;
  private UUID personId;
  private int version;
  private Instant changedAt;
  private String changedBy;
  private byte[] content;

  private PersonDetailsVersion() {}

  static PersonDetailsVersion sealed(
      UUID personId, int version, PersonDetails details, PersonalKey key, String by, Instant at) {
    PersonDetailsVersion sealed = new PersonDetailsVersion();
    sealed.id = Ids.next();
    sealed.personId = personId;
    sealed.version = version;
    sealed.changedAt = at;
    sealed.changedBy = by;
    sealed.content = key.seal(sealed.field(), ClearText.written(details));
    return sealed;
  }

  /** What is known now: this must be the last version there was. */
  PersonDetails open(PersonalKey key) {
    return ClearText.read(key.open(field(), content), PersonDetails.class);
  }

  int version() {
    return version;
  }

  People.Known known(PersonalKey key) {
    PersonDetails then = ClearText.read(key.openEarlier(field(), content), PersonDetails.class);
    return new People.Known(version, changedAt, changedBy, then);
  }

  /** Her details in their version; as she was taken in they are in fields of their own. */
  static SealedField field(int version) {
    return new SealedField("details", version);
  }

  private SealedField field() {
    return field(version);
  }
}
