package org.crossborough.safety.children;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A child of a survivor's case, sealed under her key. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class Child {

  @Id private UUID id;
  private UUID caseId;
  private boolean underEighteen;
  private Instant recordedAt;
  private String recordedBy;
  private @Nullable Instant removedAt;
  private @Nullable String removedBy;
  private @Nullable String removedReason;
  private byte[] content;
  @Version private long version;

  private Child() {}

  static Child sealed(UUID caseId, NewChild told, PersonalKey key, String by, Instant at) {
    Child child = new Child();
    child.id = Ids.next();
    child.caseId = caseId;
    child.underEighteen = told.isMinor(at);
    child.recordedAt = at;
    child.recordedBy = by;
    child.content = key.seal(child.field(), ClearText.written(told.content()));
    return child;
  }

  /** Takes a child off the case that was recorded by mistake, or twice. */
  void remove(String reasonCode, String by, Instant at) {
    if (removedAt != null) {
      throw ChildrenProblem.ALREADY_REMOVED.because("It is off the case.");
    }
    removedAt = at;
    removedBy = by;
    removedReason = reasonCode;
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  long version() {
    return version;
  }

  ChildrenResource.Noted noted() {
    return new ChildrenResource.Noted(id, underEighteen, recordedAt, removedAt, version);
  }

  ChildrenResource.ChildView open(PersonalKey key) {
    NewChild.Content opened = ClearText.read(key.open(field(), content), NewChild.Content.class);
    return new ChildrenResource.ChildView(
        id,
        opened.name(),
        opened.dateOfBirth(),
        underEighteen,
        opened.hisChild(),
        opened.seesHim(),
        opened.note(),
        recordedAt,
        version);
  }

  private SealedField field() {
    return new SealedField("child/" + id, 1);
  }
}
