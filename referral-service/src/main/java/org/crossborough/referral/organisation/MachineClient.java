package org.crossborough.referral.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.organisation.MachineClientResource.RegisterClient;
import org.jspecify.annotations.Nullable;

/**
 * That a machine acts for a borough, on behalf of an organisation, from a day until a day. Its
 * token gives it the right; this says who it is.
 */
@Entity
@Table(name = "machine_client")
@SuppressWarnings("UnusedVariable") // Who entered it is read in the database only.
class MachineClient {

  @Id private UUID id;
  @Version private long version;
  private String clientId;
  private String boroughCode;
  private UUID organisationId;

  @Column(name = "acts_from")
  private LocalDate from;

  @Column(name = "acts_until")
  private @Nullable LocalDate until;

  private Instant recordedAt;
  private String recordedBy;

  private MachineClient() {}

  static MachineClient of(String boroughCode, RegisterClient form, Occasion occasion) {
    MachineClient client = new MachineClient();
    client.id = Ids.next();
    client.clientId = form.clientId();
    client.boroughCode = boroughCode;
    client.organisationId = form.organisationId();
    client.from = form.from();
    client.until = form.until();
    client.recordedAt = occasion.at();
    client.recordedBy = occasion.by();
    client.requireInOrder();
    return client;
  }

  void end(LocalDate lastDay) {
    if (until != null) {
      throw OrganisationProblem.CLIENT_ENDED.because("The registration has its last day already.");
    }
    until = lastDay;
    requireInOrder();
  }

  private void requireInOrder() {
    if (until != null && until.isBefore(from)) {
      throw Findings.refusal("until", "BEFORE_START", "must not lie before the first day");
    }
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  ClientView view() {
    return new ClientView(id, clientId, boroughCode, organisationId, from, until, version);
  }

  /**
   * A registration as it is shown.
   *
   * @param until the last day; absent while the client acts for the borough
   */
  record ClientView(
      UUID id,
      String clientId,
      String boroughCode,
      UUID organisationId,
      LocalDate from,
      @Nullable LocalDate until,
      long version) {

    static final String EXAMPLE =
        """
        {"id":"0197f3a0-1c00-7000-8000-000000000042","clientId":"demo-borough-islington",
         "boroughCode":"E09000019","organisationId":"0197f3a0-1c00-7000-8000-000000000041",
         "from":"2020-01-01","version":0}
        """;
    static final String LISTED_EXAMPLE = "{\"items\":[" + EXAMPLE + "]}";
  }
}
