package org.crossborough.referral.bulkimport;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.source.Sender;
import org.jspecify.annotations.Nullable;

/** A file of referrals that a client sent. What became of it is kept with its rows. */
@Entity
@Table(name = "referral_import")
class ReferralImport {

  @Id private UUID id;
  private String boroughCode;
  private String client;
  private String submittedBy;

  @Enumerated(EnumType.STRING)
  private ImportFile.Format format;

  private int rowCount;
  private Instant createdAt;

  @Column(insertable = false, updatable = false)
  private @Nullable Instant finishedAt;

  private ReferralImport() {}

  static ReferralImport of(ImportFile file, String boroughCode, String client, Occasion occasion) {
    ReferralImport bulk = new ReferralImport();
    bulk.id = Ids.next();
    bulk.boroughCode = boroughCode;
    bulk.client = client;
    bulk.submittedBy = occasion.by();
    bulk.format = file.format();
    bulk.rowCount = file.rows().size();
    bulk.createdAt = occasion.at();
    return bulk;
  }

  boolean isOf(Sender owner) {
    return boroughCode.equals(owner.borough()) && client.equals(owner.client());
  }

  /** In whose name its rows are referred. */
  Sender sender() {
    return new Sender(client, boroughCode);
  }

  UUID id() {
    return id;
  }

  String boroughCode() {
    return boroughCode;
  }

  String submittedBy() {
    return submittedBy;
  }

  ImportView view(ImportView.Counts counts) {
    return new ImportView(
        id, format, state(counts), rowCount, counts, submittedBy, createdAt, finishedAt);
  }

  private ImportView.State state(ImportView.Counts counts) {
    if (finishedAt != null) {
      return ImportView.State.DONE;
    }
    boolean begun = counts.created() + counts.existing() > 0;
    return begun ? ImportView.State.RUNNING : ImportView.State.WAITING;
  }
}
