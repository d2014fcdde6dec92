package org.crossborough.safety.atrisk;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.crossborough.safety.vault.Secret;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One way to reach a person at risk: the way itself sealed, its kind and its safety in clear. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class ContactPoint {

  private static final int FIRST_VERSION = 1;

  @Id private UUID id;
  private UUID personId;
  private int position;

  @Enumerated(EnumType.STRING)
  private ContactPointType type;

  private byte[] value;
  private int valueVersion;

  @Embedded private PointMarks marks;
  private @Nullable Instant retiredAt;

  @Version private long version;

  private ContactPoint() {}

  static ContactPoint sealed(
      UUID personId, int position, AtRiskDetails.Point given, PersonalKey key) {
    ContactPoint point = new ContactPoint();
    point.id = Ids.next();
    point.personId = personId;
    point.position = position;
    point.type = given.type();
    point.valueVersion = FIRST_VERSION;
    point.value = key.seal(point.field(), given.value());
    point.marks = PointMarks.told(given.safe());
    return point;
  }

  ContactPointChange becomeUnsafe(String by, Instant at) {
    return mark(marks.exposed(), by, at);
  }

  ContactPointChange mark(PointMarks now, String by, Instant at) {
    marks = now;
    return ContactPointChange.of(this, by, at);
  }

  /** Takes it out of use for good; what it was stays sealed in the record. */
  ContactPointChange retire(String by, Instant at) {
    retiredAt = at;
    return ContactPointChange.of(this, by, at);
  }

  boolean isRetired() {
    return retiredAt != null;
  }

  Secret value(PersonalKey key) {
    return key.open(field(), value);
  }

  PointMark mark() {
    return new PointMark(id, type, marks);
  }

  private SealedField field() {
    return new SealedField("contact-point/" + id, valueVersion);
  }
}
