package org.crossborough.safety.conflict;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** That a worker must not see what belongs to one man's referral. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class DeclaredConflict {

  @Id private UUID id;
  private String worker;
  private UUID referralId;

  @Enumerated(EnumType.STRING)
  private ConflictReason reasonCode;

  private String declaredBy;
  private Instant declaredAt;
  private @Nullable String withdrawnBy;
  private @Nullable Instant withdrawnAt;
  @Version private long version;

  private DeclaredConflict() {}

  static DeclaredConflict of(
      String worker, UUID referralId, ConflictReason reason, String by, Instant at) {
    DeclaredConflict conflict = new DeclaredConflict();
    conflict.id = Ids.next();
    conflict.worker = worker;
    conflict.referralId = referralId;
    conflict.reasonCode = reason;
    conflict.declaredBy = by;
    conflict.declaredAt = at;
    return conflict;
  }

  void withdraw(String by, Instant at) {
    if (by.equals(worker)) {
      throw ConflictProblem.OWN_CONFLICT.because("Somebody else must withdraw it.");
    }
    if (withdrawnAt != null) {
      throw ConflictProblem.WITHDRAWN_BEFORE.because("Nothing needs to be done.");
    }
    withdrawnAt = at;
    withdrawnBy = by;
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  ConflictResource.Conflict view() {
    return new ConflictResource.Conflict(
        id, worker, referralId, reasonCode, declaredAt, withdrawnAt, version);
  }
}
