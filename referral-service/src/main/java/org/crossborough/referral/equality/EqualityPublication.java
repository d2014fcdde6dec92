package org.crossborough.referral.equality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ReferralEvent.EqualityCell;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** What was published of one quarter and basis; the latest stands. */
@Entity
@Immutable
@Table(name = "equality_publication")
@SuppressWarnings("UnusedVariable") // Who published is read by whoever asks the database.
class EqualityPublication {

  static final String EXAMPLE =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000021","period":"2026-Q1","basis":"RECEIVED",
       "publishedAt":"2026-07-01T03:00:00Z",
       "cells":[{"characteristic":"ETHNICITY","code":"WHITE_BRITISH","count":112},
         {"characteristic":"ETHNICITY","code":"NOT_STATED","count":9}]}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  @Id private UUID id;
  private String period;

  @Enumerated(EnumType.STRING)
  private EqualityBasis basis;

  private Instant publishedAt;
  private String publishedBy;

  @ColumnTransformer(write = "cast(? as jsonb)")
  private String cells;

  private EqualityPublication() {}

  static EqualityPublication of(
      FinancialQuarter quarter, EqualityBasis basis, List<EqualityCell> cells, Occasion occasion) {
    EqualityPublication publication = new EqualityPublication();
    publication.id = Ids.next();
    publication.period = quarter.name();
    publication.basis = basis;
    publication.publishedAt = occasion.at();
    publication.publishedBy = occasion.by();
    try {
      publication.cells = JSON.writeValueAsString(cells);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
    return publication;
  }

  UUID id() {
    return id;
  }

  List<EqualityCell> cells() {
    try {
      return JSON.readValue(cells, new TypeReference<>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  EqualityProfilePublished told() {
    return new EqualityProfilePublished(id, publishedAt, period, basis.name(), cells());
  }

  PublicationView view() {
    return new PublicationView(id, period, basis, publishedAt, cells());
  }

  /** A publication as it is shown. */
  @Schema(name = "EqualityPublication")
  record PublicationView(
      UUID id, String period, EqualityBasis basis, Instant publishedAt, List<EqualityCell> cells) {}
}
