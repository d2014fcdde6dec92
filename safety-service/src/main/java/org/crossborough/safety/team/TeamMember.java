package org.crossborough.safety.team;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One worker's place in the team of a borough, from when to when. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class TeamMember {

  @Id private UUID id;
  private String boroughCode;
  private String worker;
  private String addedBy;
  private Instant addedAt;
  private @Nullable Instant leftAt;
  private @Nullable String removedBy;
  @Version private long version;

  private TeamMember() {}

  static TeamMember of(String boroughCode, String worker, String by, Instant at) {
    TeamMember member = new TeamMember();
    member.id = Ids.next();
    member.boroughCode = boroughCode;
    member.worker = worker;
    member.addedBy = by;
    member.addedAt = at;
    return member;
  }

  void leave(String by, Instant at) {
    if (leftAt != null) {
      throw TeamProblem.LEFT_BEFORE.because("Add the worker again if that is what is wanted.");
    }
    leftAt = at;
    removedBy = by;
  }

  UUID id() {
    return id;
  }

  String boroughCode() {
    return boroughCode;
  }

  long version() {
    return version;
  }

  TeamResource.Member view() {
    return new TeamResource.Member(id, boroughCode, worker, addedAt, leftAt, version);
  }
}
