package org.crossborough.safety.incident;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to her.
 *
 * @param happenedOn the day in London, or the first where it lasted
 * @param toldBy who told of it; only what she told herself is counted
 * @param policeTold whether the police know; nothing is sent to them from here
 */
@Schema(
    name = "NewIncident",
    examples =
        """
        {"happenedOn":"2026-03-01","toldBy":"SURVIVOR","kinds":["THREATS","STALKING"],
         "account":"He waited at the school gate","policeTold":false}\
        """)
record NewIncident(
    @NotNull LocalDate happenedOn,
    @NotNull ToldBy toldBy,
    @NotEmpty @Size(max = 9) List<@NotNull Kind> kinds,
    @Nullable Secret account,
    @Nullable Boolean policeTold) {

  private static final int LONGEST = 4000;

  /** What kind of thing it was. */
  @Schema(name = "IncidentKind")
  enum Kind {
    PHYSICAL,
    SEXUAL,
    THREATS,
    STALKING,
    COERCIVE_CONTROL,
    ECONOMIC,
    ONLINE,
    ORDER_BROKEN,
    OTHER
  }

  /** Who told of it. */
  @Schema(name = "IncidentToldBy")
  enum ToldBy {
    SURVIVOR,
    POLICE,
    CHILDREN_SERVICES,
    PROFESSIONAL,
    OTHER
  }

  /** What is sealed of it. */
  record Content(List<Kind> kinds, @Nullable Secret account, @Nullable Boolean policeTold) {}

  void refuseUnlessSound(Instant now) {
    new Faults()
        .past("happenedOn", happenedOn, now)
        .text("account", account, LONGEST)
        .when(
            kinds.stream().distinct().count() < kinds.size(),
            "kinds",
            "DUPLICATE",
            "must name each kind once")
        .refuse();
  }

  Content content() {
    return new Content(kinds, account, policeTold);
  }
}
