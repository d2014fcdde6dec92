package org.crossborough.safety.incident;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.hibernate.annotations.Immutable;

/** One thing that happened to her, as it was told; never changed afterwards. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class Incident {

  @Id private UUID id;
  private UUID caseId;
  private LocalDate happenedOn;

  @Enumerated(EnumType.STRING)
  private NewIncident.ToldBy toldBy;

  private Instant recordedAt;
  private String recordedBy;
  private byte[] content;

  private Incident() {}

  static Incident sealed(UUID caseId, NewIncident told, PersonalKey key, String by, Instant at) {
    Incident incident = new Incident();
    incident.id = Ids.next();
    incident.caseId = caseId;
    incident.happenedOn = told.happenedOn();
    incident.toldBy = told.toldBy();
    incident.recordedAt = at;
    incident.recordedBy = by;
    incident.content = key.seal(incident.field(), ClearText.written(told.content()));
    return incident;
  }

  UUID id() {
    return id;
  }

  boolean isToldByHer() {
    return toldBy == NewIncident.ToldBy.SURVIVOR;
  }

  IncidentResource.Noted noted() {
    return new IncidentResource.Noted(id, happenedOn, recordedAt);
  }

  IncidentResource.IncidentView open(PersonalKey key) {
    NewIncident.Content opened =
        ClearText.read(key.open(field(), content), NewIncident.Content.class);
    return new IncidentResource.IncidentView(
        id, happenedOn, toldBy, opened.kinds(), opened.account(), opened.policeTold(), recordedAt);
  }

  private SealedField field() {
    return new SealedField("incident/" + id, 1);
  }
}
