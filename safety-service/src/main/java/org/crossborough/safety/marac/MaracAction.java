package org.crossborough.safety.marac;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What an agency agreed to do at the conference, sealed, and by when. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class MaracAction {

  /** Whose action it is. */
  @Schema(name = "MaracActionOwner")
  enum Owner {
    SUPPORT_SERVICE,
    IDVA,
    POLICE,
    PROBATION,
    CHILDREN_SERVICES,
    ADULT_SERVICES,
    HOUSING,
    HEALTH,
    SUBSTANCE_SERVICE,
    OTHER
  }

  @Id private UUID id;
  private UUID maracId;

  @Enumerated(EnumType.STRING)
  private Owner owner;

  private LocalDate dueOn;
  private @Nullable LocalDate doneOn;
  private @Nullable String doneBy;
  private byte[] content;
  @Version private long version;

  private MaracAction() {}

  static MaracAction sealed(
      UUID maracId, Owner owner, LocalDate dueOn, Secret agreed, PersonalKey key) {
    MaracAction action = new MaracAction();
    action.id = Ids.next();
    action.maracId = maracId;
    action.owner = owner;
    action.dueOn = dueOn;
    action.content = key.seal(action.field(), agreed);
    return action;
  }

  void done(LocalDate on, String by) {
    if (doneOn != null) {
      throw MaracProblem.ALREADY_DONE.because("It was done on %s.".formatted(doneOn));
    }
    doneOn = on;
    doneBy = by;
  }

  boolean isOpen() {
    return doneOn == null;
  }

  UUID id() {
    return id;
  }

  UUID maracId() {
    return maracId;
  }

  long version() {
    return version;
  }

  MaracResource.ActionView view(PersonalKey key) {
    return new MaracResource.ActionView(
        id, owner, dueOn, key.open(field(), content), doneOn, version);
  }

  MaracOutcomeResource.ActionDone doneView() {
    return new MaracOutcomeResource.ActionDone(id, doneOn, version);
  }

  private SealedField field() {
    return new SealedField("marac-action/" + id, 1);
  }
}
