package org.crossborough.outcomes.topimport;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.jspecify.annotations.Nullable;

/** A file of TOPs that a client sent. What became of it is kept with its rows. */
@Entity
@Table(name = "top_import")
class TopImport {

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

  private TopImport() {}

  static TopImport of(ImportFile file, Sender sender, Instant at) {
    TopImport bulk = new TopImport();
    bulk.id = Ids.next();
    bulk.boroughCode = sender.boroughCode();
    bulk.client = sender.client();
    bulk.submittedBy = sender.name();
    bulk.format = file.format();
    bulk.rowCount = file.rows().size();
    bulk.createdAt = at;
    return bulk;
  }

  /** Who sent it, and for which borough. */
  record Sender(String boroughCode, String client, String name) {}

  boolean isOf(String sender) {
    return client.equals(sender);
  }

  UUID id() {
    return id;
  }

  String boroughCode() {
    return boroughCode;
  }

  String client() {
    return client;
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
