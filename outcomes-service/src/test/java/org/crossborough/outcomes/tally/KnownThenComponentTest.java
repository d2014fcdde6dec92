package org.crossborough.outcomes.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.contracts.Event;
import org.crossborough.outcomes.driver.OtherServices;
import org.crossborough.outcomes.pairing.MeasuresThen;
import org.crossborough.outcomes.pairing.PairAnchor;
import org.crossborough.outcomes.pathway.KnownThen;
import org.crossborough.outcomes.pathway.ReadModel;
import org.crossborough.outcomes.tally.RandomHistory.Top;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A figure as of a moment is the figure that there was when no more than the facts of that moment
 * had been told: for everybody, and for each borough under row-level security. The histories are
 * random; each is told in one transaction that is rolled back.
 */
@QuarkusTest
class KnownThenComponentTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int MEN = 40;
  private static final int CUTS = 5;
  private static final List<String> READERS =
      Stream.concat(Stream.of("*"), RandomHistory.BOROUGHS.stream()).toList();

  @Inject ReadModel model;
  @Inject Tallies tallies;
  @Inject Session session;

  @Inject @All List<EventsConsumer> consumers;

  @BeforeEach
  void forget() throws SQLException {
    OtherServices.forgetEverything();
  }

  /** Whose figures, and as of when. */
  private record Asked(String reader, Instant at) {}

  @ParameterizedTest
  @ValueSource(strings = {"fixed", "random"})
  void a_figure_as_of_a_moment_is_the_one_of_the_facts_told_by_then(String kind) {
    long seed = kind.equals("fixed") ? 20260301 : System.nanoTime();
    RandomHistory history = RandomHistory.of(new Random(seed), MEN);

    inOneTransaction(() -> {
      Map<Asked, List<String>> known = new LinkedHashMap<>();
      Instant before = Instant.EPOCH;
      for (int cut = 1; cut <= CUTS; cut++) {
        Instant at = history.cut(cut, CUTS);
        tell(history, before, at);
        for (String reader : READERS) {
          known.put(new Asked(reader, at), present(reader, at));
        }
        before = at;
      }

      assertThat(known.values()).as("seed %d", seed).doesNotHaveDuplicates();
      known.forEach((asked, figures) ->
          assertThat(past(asked)).as("%s, seed %d", asked, seed).isEqualTo(figures));
    });
  }

  private void tell(RandomHistory history, Instant after, Instant until) {
    List<Event> told =
        history.facts().stream().filter(it -> isWithin(it.occurredAt(), after, until)).toList();
    model.hear(() -> told.forEach(it -> consumers.forEach(consumer -> consumer.on(it))));
    model.rebuild();
    history.tops().stream()
        .filter(top -> isWithin(top.receivedAt(), after, until))
        .forEach(this::receive);
    history.tops().stream()
        .filter(top -> top.supersededAt() != null && isWithin(top.supersededAt(), after, until))
        .forEach(this::supersede);
  }

  private static boolean isWithin(Instant at, Instant after, Instant until) {
    return at.isAfter(after) && !at.isAfter(until);
  }

  private void receive(Top top) {
    session
        .createNativeMutationQuery(
            """
            insert into top_record (id, referral_id, borough_code, stage, interviewed_on,
                                    form_version, received_at, received_from, organisation, version)
            values (:id, :referral, :borough, :stage, :on, 'TOP_2018_PLUS', :at, 'demo', 'demo', 0)
            """)
        .setParameter("id", top.id())
        .setParameter("referral", top.referral())
        .setParameter("borough", top.borough())
        .setParameter("stage", top.stage())
        .setParameter("on", top.on())
        .setParameter("at", top.receivedAt())
        .executeUpdate();
    session
        .createNativeMutationQuery(
            """
            insert into top_measure (top_record_id, person_id, borough_code, stage, interviewed_on,
                                     alcohol, quality_of_life)
            values (:id, :person, :borough, :stage, :on, :alcohol, :life)
            """)
        .setParameter("id", top.id())
        .setParameter("person", top.person())
        .setParameter("borough", top.borough())
        .setParameter("stage", top.stage())
        .setParameter("on", top.on())
        .setParameter("alcohol", top.alcohol(), Integer.class)
        .setParameter("life", top.life(), Integer.class)
        .executeUpdate();
  }

  private void supersede(Top top) {
    session
        .createNativeMutationQuery(
            "insert into top_supersession values (:id, null, :borough, 'WRONG_CLIENT', :at, 'demo')")
        .setParameter("id", top.id())
        .setParameter("borough", top.borough())
        .setParameter("at", top.supersededAt())
        .executeUpdate();
  }

  /** What the reader's own transaction counts now. */
  private List<String> present(String reader, Instant at) {
    seeAs(reader);
    List<String> figures = figures(question(reader, at));
    seeAs("*");
    return figures;
  }

  private List<String> past(Asked asked) {
    return figures(question(asked.reader(), asked.at()).asOf(asked.at()));
  }

  private static Question question(String reader, Instant at) {
    return Question.ofAll(reader, LocalDate.ofInstant(at, LONDON));
  }

  /** Every metric, by its other methods and around treatment too, and told apart by programme. */
  private List<String> figures(Question question) {
    List<Tally> counted = new ArrayList<>(tallies.all(question));
    counted.addAll(tallies.of("M-21", Method.UNPAIRED_MEANS, question));
    counted.addAll(
        tallies.of("M-22", Method.SHARE_IMPROVED, question.around(PairAnchor.TREATMENT)));
    List<String> figures = new ArrayList<>(counted.stream().map(Tally::toString).sorted().toList());
    figures.add(tallies.thresholds(question).toString());
    figures.add(rows(question));
    return figures;
  }

  /** How many rows there are to count from, whatever is counted. */
  private String rows(Question question) {
    String then = "with %s, %s ".formatted(KnownThen.relations(), MeasuresThen.relations());
    NativeQuery<String> query =
        session.createNativeQuery(
            (question.asOf() == null ? "" : then)
                + """
                select (select count(*) from known_run) || ' runs, '
                  || (select count(*) from known_screening) || ' screenings, '
                  || (select count(*) from participation) || ' places, '
                  || (select count(*) from top_measure) || ' TOPs'
                """,
            String.class);
    if (question.asOf() != null) {
      query.setParameter("asOf", question.asOf()).setParameter("reader", question.boroughCode());
    }
    return query.getSingleResult();
  }

  private void seeAs(String reader) {
    var _ =
        session
            .createNativeQuery("select set_config('app.borough', :reader, true)", String.class)
            .setParameter("reader", reader)
            .getSingleResult();
  }

  private static void inOneTransaction(Runnable work) {
    assertThatExceptionOfType(ToldEnough.class)
        .isThrownBy(() ->
            SystemWork.run(() ->
                QuarkusTransaction.requiringNew()
                    .run(() -> {
                      work.run();
                      throw new ToldEnough();
                    })));
  }

  /** Rolls a history back. */
  private static final class ToldEnough extends RuntimeException {}
}
