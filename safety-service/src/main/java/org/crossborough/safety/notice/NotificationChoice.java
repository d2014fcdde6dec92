package org.crossborough.safety.notice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.task.ContactTrigger;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What she answered when she was asked which news she wishes to have; the last answer counts. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class NotificationChoice {

  @Id private UUID id;
  private UUID caseId;
  private Instant chosenAt;
  private String recordedBy;

  @Enumerated(EnumType.STRING)
  private NotificationChoices.Essential essential;

  private List<String> events;
  private @Nullable UUID contactPointId;

  private NotificationChoice() {}

  static NotificationChoice of(
      UUID caseId, NotificationChoices.Choice chosen, String by, Instant at) {
    NotificationChoice choice = new NotificationChoice();
    choice.id = Ids.next();
    choice.caseId = caseId;
    choice.chosenAt = at;
    choice.recordedBy = by;
    choice.essential = chosen.essential();
    choice.events = chosen.wanted().stream().map(Enum::name).toList();
    choice.contactPointId = chosen.contactPointId();
    return choice;
  }

  NotificationChoices.Chosen chosen() {
    return new NotificationChoices.Chosen(
        chosenAt, essential, events.stream().map(ContactTrigger::valueOf).toList(), contactPointId);
  }
}
