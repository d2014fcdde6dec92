package org.crossborough.referral.organisation;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.organisation.OrganisationResource.AddAccreditation;
import org.crossborough.referral.organisation.OrganisationResource.OrganisationEntry;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** An organisation in the register. It is never removed; it ends. */
@Entity
@Table(name = "organisation")
@SuppressWarnings("UnusedVariable") // Who entered it is read in the database only.
class Organisation {

  @Id private UUID id;
  @Version private long version;
  private String name;

  @Enumerated(EnumType.STRING)
  private OrganisationType type;

  private LocalDate activeFrom;
  private @Nullable LocalDate activeUntil;
  private String[] boroughsServed;

  @Convert(converter = Accreditation.AsJson.class)
  @ColumnTransformer(write = "?::jsonb")
  private List<Accreditation> accreditations;

  private Instant recordedAt;
  private String recordedBy;

  private Organisation() {}

  static Organisation of(OrganisationEntry entry, Occasion occasion) {
    Organisation organisation = new Organisation();
    organisation.id = Ids.next();
    organisation.accreditations = List.of();
    organisation.recordedAt = occasion.at();
    organisation.recordedBy = occasion.by();
    organisation.replace(entry);
    return organisation;
  }

  /** Takes over a whole new entry; accreditations have their own way in. */
  void replace(OrganisationEntry entry) {
    name = entry.name();
    type = entry.type();
    activeFrom = entry.activeFrom();
    activeUntil = entry.activeUntil();
    boroughsServed = entry.boroughsServed().stream().sorted().distinct().toArray(String[]::new);
  }

  /** Adds evidence; what was accredited before stays on record. */
  void accredit(AddAccreditation evidence, Occasion occasion) {
    accreditations =
        Stream.concat(accreditations.stream(), Stream.of(evidence.accreditation(occasion.at())))
            .toList();
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  OrganisationView view(LocalDate day) {
    return new OrganisationView(
        id,
        name,
        type,
        activeFrom,
        activeUntil,
        List.of(boroughsServed),
        accreditations,
        accreditations.stream().anyMatch(evidence -> evidence.holdsOn(day)),
        version);
  }

  /**
   * An organisation as it is shown.
   *
   * @param activeUntil its last day; absent while it goes on
   * @param accredited whether any accreditation holds on the day asked for
   */
  record OrganisationView(
      UUID id,
      String name,
      OrganisationType type,
      LocalDate activeFrom,
      @Nullable LocalDate activeUntil,
      List<String> boroughsServed,
      List<Accreditation> accreditations,
      boolean accredited,
      long version) {

    static final String EXAMPLE =
        """
        {"id":"0197f3a0-1c00-7000-8000-000000000041","name":"Demo treatment service",
         "type":"TREATMENT_PROVIDER","activeFrom":"2020-01-01","boroughsServed":["E09000019"],
         "accreditations":[{"scheme":"RESPECT","number":"DEMO-1","level":"FULL",
           "validFrom":"2025-04-01","validTo":"2028-03-31","recordedAt":"2026-01-06T09:00:00Z"}],
         "accredited":true,"version":1}
        """;
    static final String LISTED_EXAMPLE = "{\"items\":[" + EXAMPLE + "]}";
  }
}
