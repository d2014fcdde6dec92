package org.crossborough.safety.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.dash.RiskLevel;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.crossborough.safety.vault.Secret;
import org.hibernate.annotations.Immutable;

/** What a meeting said about one case, sealed under the key of the person it is about. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class CaseDiscussion {

  @Id private UUID id;
  private UUID meetingId;
  private UUID caseId;

  @Enumerated(EnumType.STRING)
  private RiskLevel riskRating;

  private Instant recordedAt;
  private String recordedBy;
  private byte[] content;

  private CaseDiscussion() {}

  static CaseDiscussion sealed(
      UUID caseId, DiscussionResource.NewDiscussion said, PersonalKey key, String by, Instant at) {
    CaseDiscussion discussion = new CaseDiscussion();
    discussion.id = Ids.next();
    discussion.meetingId = said.meetingId();
    discussion.caseId = caseId;
    discussion.riskRating = said.riskRating();
    discussion.recordedAt = at;
    discussion.recordedBy = by;
    discussion.content = key.seal(discussion.field(), said.said());
    return discussion;
  }

  Secret open(PersonalKey key) {
    return key.open(field(), content);
  }

  UUID id() {
    return id;
  }

  DiscussionResource.Noted noted() {
    return new DiscussionResource.Noted(id, meetingId, caseId, riskRating, recordedAt);
  }

  private SealedField field() {
    return new SealedField("discussion/" + id, 1);
  }
}
