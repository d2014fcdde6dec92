package org.crossborough.outcomes.pairing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.jspecify.annotations.Nullable;

/**
 * Generated men with TOPs around their programmes, days at the windows' edges among them, and the
 * rule of pairing once more in plain words, to hold the database's answer against.
 */
final class RandomMen {

  private static final String BOROUGH = "E09000033";
  private static final LocalDate FIRST = LocalDate.parse("2026-02-02");
  private static final int LONGEST = 60;
  private static final List<Stage> STAGES = List.copyOf(EnumSet.allOf(Stage.class));

  /** One man, from his first countable session to the end of his programme. */
  record Man(UUID person, LocalDate first, LocalDate last, List<Top> tops) {}

  /** One of his records. */
  record Top(
      UUID id,
      Stage stage,
      LocalDate on,
      @Nullable Integer alcohol,
      @Nullable Integer life,
      boolean coordinator,
      @Nullable Boolean inWindow,
      boolean superseded) {

    int answers() {
      return (alcohol == null ? 0 : 1) + (life == null ? 0 : 1);
    }
  }

  /** A start and a later record. */
  record Pair(UUID start, UUID later) {}

  private RandomMen() {}

  static List<Man> generate(Random random, int men) {
    List<Man> generated = new ArrayList<>();
    for (int i = 0; i < men; i++) {
      LocalDate last = FIRST.plusDays(random.nextInt(LONGEST));
      List<Top> tops = new ArrayList<>();
      for (int j = random.nextInt(6); j > 0; j--) {
        tops.add(top(random, last));
      }
      generated.add(new Man(id(random), FIRST, last, tops));
    }
    return generated;
  }

  private static Top top(Random random, LocalDate last) {
    List<LocalDate> edges =
        List.of(
            FIRST.minusDays(29),
            FIRST.minusDays(28),
            FIRST.plusDays(14),
            FIRST.plusDays(15),
            last.minusDays(15),
            last.minusDays(14),
            last.plusDays(42),
            last.plusDays(43),
            FIRST,
            last);
    LocalDate on =
        random.nextBoolean()
            ? edges.get(random.nextInt(edges.size()))
            : FIRST.plusDays(random.nextInt(150) - 40);
    return new Top(
        id(random),
        STAGES.get(random.nextInt(STAGES.size())),
        on,
        random.nextInt(4) == 0 ? null : random.nextInt(29),
        random.nextInt(4) == 0 ? null : random.nextInt(21),
        random.nextInt(3) == 0,
        random.nextInt(3) == 0 ? null : random.nextBoolean(),
        random.nextInt(5) == 0);
  }

  private static UUID id(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** The rule: which two records make his pair, if any. */
  static @Nullable Pair pair(Man man) {
    Comparator<Top> preference =
        Comparator.comparing((Top top) -> !top.coordinator())
            .thenComparing(top -> !Boolean.TRUE.equals(top.inWindow()))
            .thenComparing(Comparator.comparingInt(Top::answers).reversed())
            .thenComparing(top -> top.id().toString());
    Top start =
        man.tops().stream()
            .filter(top -> !top.superseded())
            .filter(top -> top.stage() == Stage.START || top.stage() == Stage.REVIEW)
            .filter(top -> isWithin(top, man.first().minusDays(28), man.first().plusDays(14)))
            .min(Comparator.comparing(Top::on).reversed().thenComparing(preference))
            .orElse(null);
    if (start == null) {
      return null;
    }
    return man.tops().stream()
        .filter(top -> !top.superseded())
        .filter(top -> top.stage() != Stage.START)
        .filter(top -> isWithin(top, man.last().minusDays(14), man.last().plusDays(42)))
        .filter(top -> top.on().isAfter(start.on()))
        .min(Comparator.comparing(Top::on).thenComparing(preference))
        .map(later -> new Pair(start.id(), later.id()))
        .orElse(null);
  }

  private static boolean isWithin(Top top, LocalDate from, LocalDate to) {
    return !top.on().isBefore(from) && !top.on().isAfter(to);
  }

  /** Puts men into the tables that pairing reads, their records in any order. */
  static void store(List<Man> men, Random random) throws SQLException {
    UUID run = UUID.randomUUID();
    try (Connection owner = Psql.asOwner()) {
      owner.setAutoCommit(false);
      execute(owner, "select set_config('app.borough', '*', true)");
      execute(
          owner,
          "insert into known_run values (?, ?, 'DEMO', 1, ?, ?, 1800, false, null)",
          run,
          BOROUGH,
          FIRST,
          FIRST.plusDays(LONGEST));
      for (Man man : men) {
        store(owner, run, man, random);
      }
      owner.commit();
    }
  }

  private static void store(Connection owner, UUID run, Man man, Random random)
      throws SQLException {
    UUID referral = UUID.randomUUID();
    execute(owner, "insert into known_referral values (?, ?, ?)", referral, man.person(), BOROUGH);
    execute(
        owner,
        """
        insert into participation
          (referral_id, person_id, run_id, referring_borough_code, first_countable_on, ended_on,
           countable_minutes, attended_sessions)
        values (?, ?, ?, ?, ?, ?, 60, 1)
        """,
        referral,
        man.person(),
        run,
        BOROUGH,
        man.first(),
        man.last());
    List<Top> tops = new ArrayList<>(man.tops());
    Collections.shuffle(tops, random);
    for (Top top : tops) {
      store(owner, referral, man.person(), top);
    }
  }

  private static void store(Connection owner, UUID referral, UUID person, Top top)
      throws SQLException {
    execute(
        owner,
        """
        insert into top_record (id, referral_id, borough_code, stage, interviewed_on, form_version,
                                received_at, received_from, organisation, version)
        values (?, ?, ?, ?, ?, 'TOP_2018_PLUS', now(), 'demo', 'demo', 0)
        """,
        top.id(),
        referral,
        BOROUGH,
        top.stage().name(),
        top.on());
    execute(
        owner,
        """
        insert into top_measure (top_record_id, person_id, borough_code, stage, interviewed_on,
                                 alcohol, quality_of_life, care_coordinator, in_window)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        top.id(),
        person,
        BOROUGH,
        top.stage().name(),
        top.on(),
        top.alcohol(),
        top.life(),
        top.coordinator(),
        top.inWindow());
    if (top.superseded()) {
      execute(
          owner,
          "insert into top_supersession values (?, null, ?, 'WRONG_CLIENT', now(), 'demo')",
          top.id(),
          BOROUGH);
    }
  }

  private static void execute(Connection owner, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
