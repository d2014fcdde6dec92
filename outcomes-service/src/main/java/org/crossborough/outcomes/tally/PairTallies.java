package org.crossborough.outcomes.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.outcomes.pairing.Measure;
import org.crossborough.outcomes.pairing.Pairs;
import org.crossborough.outcomes.tally.Changes.Step;
import org.crossborough.outcomes.tally.Rows.Columns;
import org.crossborough.outcomes.tally.Rows.Row;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of pairs of TOPs of men who started; the borough is that of the run, the day its
 * first. Everybody who lacks a record is out of both numbers, never counted as zero.
 */
@ApplicationScoped
class PairTallies {

  /** Using days over all problem substances. */
  static final String USE = "USE";

  /** Using days of the substance that each man used most at the start. */
  static final String PRIMARY = "PRIMARY";

  static final String QUALITY_OF_LIFE = "QUALITY_OF_LIFE";
  static final String PSYCHOLOGICAL_HEALTH = "PSYCHOLOGICAL_HEALTH";
  static final String PHYSICAL_HEALTH = "PHYSICAL_HEALTH";

  /** What the metrics need by their first methods: a number for each substance among them. */
  private static final List<String> FIRST =
      Stream.concat(
              Stream.of(USE, QUALITY_OF_LIFE, PSYCHOLOGICAL_HEALTH, PHYSICAL_HEALTH),
              Measure.SUBSTANCES.stream().map(substance -> substance.toUpperCase(Locale.ROOT)))
          .toList();

  private static final Columns RUN =
      new Columns("r.borough_code", "r.starts_on", "p.referrer_type", "r.template_code");

  // The programme of a man goes from his first countable session to the end of his last place.
  private static final String MAN =
      """
      with man as materialized (
        select {group} as grp, coalesce(p.person_id, p.referral_id) as person_id,
          min(p.first_countable_on) as first_on, max(coalesce(p.ended_on, r.ends_on)) as last_on,
          bool_and(p.ended_on is not null) as ended
        from participation p join known_run r on r.run_id = p.run_id
        where p.first_countable_on is not null and {which} group by 1, 2),
      {pairs}
      """;

  // A substance counts for a man when he answered for it both times.
  private static final String CHANGES =
      MAN
          + """
          select b.grp, n.kind, n.before, count(*), sum(n.after),
            count(*) filter (where n.after = 0),
            count(*) filter (where n.after > n.before),
            count(*) filter (where n.after > 0 and n.before - n.after >= h.threshold),
            count(*) filter (where n.after - n.before >= h.threshold)
          from start b join later a on a.grp = b.grp and a.man = b.man
            cross join lateral (values {numbers}) as n (kind, before, after)
            left join (values {thresholds}) as h (kind, threshold) on h.kind = n.kind
          where n.before is not null and n.after is not null
          group by 1, 2, 3 order by 1, 2, 3
          """;

  private static final String COMPLIANCE =
      MAN
          + """
          select m.grp, count(*), count(b.man), count(*) filter (where m.ended),
            count(a.man) filter (where m.ended)
          from man m left join start b on b.grp = m.grp and b.man = m.person_id
            left join any_later a on a.grp = m.grp and a.man = m.person_id
          group by 1
          """;

  private static final String UNPAIRED =
      MAN
          + """
          , one as (
            select grp, 1 as half, {sum} as days from start t union all
            select grp, 2, {sum} from any_later t)
          select grp, count(*) filter (where half = 1), sum(days) filter (where half = 1),
            count(*) filter (where half = 2), sum(days) filter (where half = 2)
          from one where days is not null group by 1
          """;

  // Hundredths of a unit; an amount that was not given makes no pair.
  private static final String AMOUNTS =
      MAN
          + """
          select b.grp, n.kind, count(*), sum(n.before), sum(n.after)
          from start b join later a on a.grp = b.grp and a.man = b.man
            cross join lateral (values {amounts}) as n (kind, before, after)
          where n.before is not null and n.after is not null group by 1, 2 order by 1, 2
          """;

  private final Rows rows;
  private final Pairs pairs;
  private final ChangeConfig config;

  PairTallies(Rows rows, Pairs pairs, ChangeConfig config) {
    this.rows = rows;
    this.pairs = pairs;
    this.config = config;
  }

  /** M-20: who has which record of those who should. */
  List<Tally> ofCompliance(Question question) {
    List<Tally> tallies = new ArrayList<>();
    ask(COMPLIANCE, question)
        .forEach(row -> {
          tallies.add(
              new Tally(
                  "M-20", "START", row.group(), new Figure.Share(row.number(2), row.number(1))));
          tallies.add(
              new Tally(
                  "M-20", "EXIT", row.group(), new Figure.Share(row.number(4), row.number(3))));
        });
    return tallies;
  }

  /** M-21 and M-22 by their first methods, M-23 and M-24, all from one reading of the pairs. */
  List<Tally> ofChanges(Question question) {
    Map<Key, Changes> changes = changes(question, FIRST);
    List<Tally> tallies = new ArrayList<>();
    tallies.addAll(each(changes, "M-21", USE, of -> of.fall(Method.RATIO_OF_SUMS)));
    tallies.addAll(each(changes, "M-22", QUALITY_OF_LIFE, of -> of.rise(Method.RATIO_OF_SUMS)));
    changes.forEach((key, of) -> tallies.addAll(ofSubstance(key, of)));
    for (String kind : List.of(PSYCHOLOGICAL_HEALTH, PHYSICAL_HEALTH)) {
      each(changes, "M-24", kind, of -> of.rise(Method.DAY_DIFFERENCE)).stream()
          .map(tally -> new Tally("M-24", kind, tally.group(), tally.figure()))
          .forEach(tallies::add);
    }
    return tallies;
  }

  /** M-21 by a method. */
  List<Tally> ofUse(Question question, Method method) {
    return switch (method) {
      case UNPAIRED_MEANS -> ask(UNPAIRED, question).stream().map(PairTallies::unpaired).toList();
      case AMOUNT_WEIGHTED -> ask(AMOUNTS, question).stream().map(PairTallies::weighted).toList();
      case PRIMARY_SUBSTANCE ->
          each(changes(question, List.of(PRIMARY)), "M-21", PRIMARY, of -> of.fall(method));
      default -> each(changes(question, List.of(USE)), "M-21", USE, of -> of.fall(method));
    };
  }

  /** M-22 by a method. */
  List<Tally> ofQualityOfLife(Question question, Method method) {
    return each(
        changes(question, List.of(QUALITY_OF_LIFE)),
        "M-22",
        QUALITY_OF_LIFE,
        of -> of.rise(method));
  }

  /** The changes of each group, in some kinds of numbers. */
  private Map<Key, Changes> changes(Question question, List<String> kinds) {
    Map<Key, List<Step>> steps = new LinkedHashMap<>();
    ask(CHANGES.replace("{numbers}", numbers(kinds)), question)
        .forEach(row ->
            steps
                .computeIfAbsent(new Key(row.group(), row.text(1)), _ -> new ArrayList<>())
                .add(
                    new Step(
                        row.number(2),
                        row.number(3),
                        row.number(4),
                        row.number(5),
                        row.number(6),
                        row.number(7),
                        row.number(8))));
    Map<Key, Changes> changes = new LinkedHashMap<>();
    steps.forEach((key, of) -> changes.put(key, new Changes(List.copyOf(of))));
    return changes;
  }

  /** A group of men and a kind of number of theirs. */
  record Key(String group, String kind) {}

  private static List<Tally> each(
      Map<Key, Changes> changes, String metric, String kind, Function<Changes, Figure> figure) {
    return changes.entrySet().stream()
        .filter(of -> of.getKey().kind().equals(kind))
        .map(of -> new Tally(metric, null, of.getKey().group(), figure.apply(of.getValue())))
        .toList();
  }

  /** M-23: of those who used a substance at the start, what became of it. */
  private List<Tally> ofSubstance(Key key, Changes changes) {
    return Measure.SUBSTANCES.contains(key.kind().toLowerCase(Locale.ROOT))
        ? outcomes(key.kind(), changes).entrySet().stream()
            .map(of -> new Tally("M-23", of.getKey(), key.group(), of.getValue()))
            .toList()
        : List.of();
  }

  private Map<String, Figure> outcomes(String substance, Changes changes) {
    Map<String, Figure> outcomes = new LinkedHashMap<>();
    outcomes.put(substance, changes.abstinent());
    // Without a threshold that somebody stands for, nobody is said to have improved.
    if (threshold(substance) != null) {
      outcomes.put(substance + ":IMPROVED", changes.improved());
      outcomes.put(substance + ":UNCHANGED", changes.unchanged());
      outcomes.put(substance + ":DETERIORATED", changes.deteriorated());
    }
    outcomes.put(substance + ":INITIATED", changes.initiated());
    return outcomes;
  }

  private @Nullable Integer threshold(String substance) {
    return config.reliableDays().get(substance.toLowerCase(Locale.ROOT));
  }

  /** Mean of all first ones less mean of all later ones, over the former, in hundredths. */
  private static Tally unpaired(Row row) {
    long startMen = row.number(1);
    long start = row.number(2);
    long laterMen = row.number(3);
    long later = row.number(4);
    long people = Math.min(startMen, laterMen);
    Figure figure =
        people == 0 || start == 0
            ? new Figure.Amount(0, Fraction.ZERO)
            : new Figure.Amount(
                people, Fraction.of(100 * (start * laterMen - later * startMen), start * laterMen));
    return new Tally("M-21", null, row.group(), figure);
  }

  private static Tally weighted(Row row) {
    long before = row.number(3);
    Figure figure =
        before == 0
            ? new Figure.Amount(0, Fraction.ZERO)
            : new Figure.Amount(row.number(2), Fraction.of(100 * (before - row.number(4)), before));
    return new Tally("M-21", row.text(1), row.group(), figure);
  }

  private List<Row> ask(String sql, Question question) {
    String complete =
        sql.replace("{pairs}", pairs.sql(question.anchor()))
            .replace("{thresholds}", thresholds())
            .replace("{sum}", sum())
            .replace("{amounts}", amounts());
    return rows.of(complete, RUN, question, row -> row);
  }

  private static String numbers(List<String> kinds) {
    return kinds.stream()
        .map(kind ->
            switch (kind) {
              case USE -> number(kind, both("b"), both("a"));
              case PRIMARY -> number(kind, most(), mostLater());
              default -> {
                String column = kind.toLowerCase(Locale.ROOT);
                yield number(kind, "b." + column, "a." + column);
              }
            })
        .collect(Collectors.joining(", "));
  }

  private static String number(String kind, String before, String after) {
    return "('%s', %s, %s)".formatted(kind, before, after);
  }

  /** His days over the substances answered both times; null without any. */
  private static String both(String half) {
    String answered =
        Measure.SUBSTANCES.stream()
            .map("a.%1$s + b.%1$s"::formatted)
            .collect(Collectors.joining(", "));
    String days =
        Measure.SUBSTANCES.stream()
            .map(s ->
                "case when a.%1$s + b.%1$s is null then 0 else %2$s.%1$s end".formatted(s, half))
            .collect(Collectors.joining(" + "));
    return "case when num_nonnulls(%s) > 0 then %s end".formatted(answered, days);
  }

  /** The most days of one substance at the start, if he used any. */
  private static String most() {
    return "nullif(greatest(%s), 0)"
        .formatted(Measure.SUBSTANCES.stream().map("b."::concat).collect(Collectors.joining(", ")));
  }

  /** His later days of that substance; of two with as many days, of the one that comes first. */
  private static String mostLater() {
    String most =
        "greatest(%s)"
            .formatted(
                Measure.SUBSTANCES.stream().map("b."::concat).collect(Collectors.joining(", ")));
    return Measure.SUBSTANCES.stream()
        .map(s -> "when b.%1$s = %2$s then a.%1$s".formatted(s, most))
        .collect(Collectors.joining(" ", "case ", " end"));
  }

  private static String sum() {
    String columns =
        Measure.SUBSTANCES.stream().map("t."::concat).collect(Collectors.joining(", "));
    String days =
        Measure.SUBSTANCES.stream()
            .map("coalesce(t.%s, 0)"::formatted)
            .collect(Collectors.joining(" + "));
    return "case when num_nonnulls(%s) > 0 then %s end".formatted(columns, days);
  }

  private static String amounts() {
    return Measure.SUBSTANCES.stream()
        .map(s ->
            "('%s', %s, %s)".formatted(s.toUpperCase(Locale.ROOT), amount("b", s), amount("a", s)))
        .collect(Collectors.joining(", "));
  }

  private static String amount(String half, String substance) {
    return ("case when %1$s.%2$s = 0 then 0"
            + " else cast(100 * %1$s.%2$s * %1$s.%2$s_amount as bigint) end")
        .formatted(half, substance);
  }

  private String thresholds() {
    return Measure.SUBSTANCES.stream()
        .map(s -> {
          Integer days = config.reliableDays().get(s);
          return "('%s', cast(%s as int))"
              .formatted(s.toUpperCase(Locale.ROOT), days == null ? "null" : days.toString());
        })
        .collect(Collectors.joining(", "));
  }
}
