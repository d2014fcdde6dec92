package org.crossborough.referral.screening.draft;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * A screening that was begun and is to be gone on with: what was answered so far. It is no
 * screening yet: nobody is referred by it, and no figure counts it.
 */
@Entity
@Table(name = "screening_draft")
// Some columns are read in the database only: by its policies and for upkeep.
@SuppressWarnings("UnusedVariable")
class ScreeningDraft {

  @Id private UUID id;
  @Version private long version;
  private String boroughCode;

  @ColumnTransformer(write = "?::jsonb")
  private String form;

  private Instant begunAt;
  private String begunBy;
  private Instant changedAt;

  private ScreeningDraft() {}

  static ScreeningDraft begin(String boroughCode, String form, Occasion occasion) {
    ScreeningDraft draft = new ScreeningDraft();
    draft.id = Ids.next();
    draft.boroughCode = boroughCode;
    draft.form = form;
    draft.begunAt = occasion.at();
    draft.begunBy = occasion.by();
    draft.changedAt = occasion.at();
    return draft;
  }

  /** Keeps what is answered now in place of what was before. */
  void goOn(String newForm, Occasion occasion) {
    form = newForm;
    changedAt = occasion.at();
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String form() {
    return form;
  }

  DraftSummary summary() {
    return new DraftSummary(id, begunAt, begunBy, changedAt, version);
  }

  DraftView view(List<String> open) {
    return new DraftView(id, form, open, begunAt, begunBy, changedAt, version);
  }

  /**
   * A draft as it is shown.
   *
   * @param open fields that every screening needs and that have no answer yet; what its instrument
   *     asks besides is said when it is completed
   */
  @Schema(name = "ScreeningDraft")
  record DraftView(
      UUID id,
      @Schema(type = SchemaType.OBJECT, description = "The fields of RecordScreening given so far")
          @JsonRawValue
          String form,
      List<String> open,
      Instant begunAt,
      String begunBy,
      Instant changedAt,
      long version) {

    static final String EXAMPLE =
        """
        {"id":"0197f3a0-1c00-7000-8000-000000000061",
         "form":{"boroughCode":"E09000019","instrumentCode":"DEMO_PERPETRATION",
           "instrumentVersion":1,"seenAlone":true,"confidentialityExplained":true,
           "interpreterUsed":"NONE","disclosedPhysical12m":"YES"},
         "open":["clientAgreesToReferral","result","screenedAt"],
         "begunAt":"2026-01-05T10:00:00Z","begunBy":"demo-drug-alcohol-worker",
         "changedAt":"2026-01-05T10:00:00Z","version":0}
        """;
  }

  /** A draft in a list: since when, by whom, without any answer. */
  @Schema(name = "ScreeningDraftSummary")
  record DraftSummary(UUID id, Instant begunAt, String begunBy, Instant changedAt, long version) {}

  /** A page of drafts, newest first; {@code next} is the cursor of the page after it. */
  @Schema(name = "ScreeningDraftPage")
  record Listed(List<DraftSummary> items, @Nullable String next) {

    static final String EXAMPLE =
        """
        {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000061","begunAt":"2026-01-05T10:00:00Z",
         "begunBy":"demo-drug-alcohol-worker","changedAt":"2026-01-05T10:00:00Z","version":0}]}
        """;
  }
}
