package org.crossborough.platform.traffic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.crossborough.local.RunningPlatform;
import org.crossborough.platform.driver.BoroughClient;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.NewReferral;
import org.crossborough.platform.driver.NewScreening;
import org.crossborough.platform.driver.Patience;
import org.crossborough.platform.driver.PersonAtRisk;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.driver.SealedEnvelope;
import org.crossborough.platform.driver.Tokens;
import org.crossborough.platform.traffic.Attempt.Kind;
import org.crossborough.platform.traffic.Attempt.Outcome;

/**
 * Boroughs that screen and refer generated men, hand over generated people and have men triaged.
 * Nothing is sent twice here: what is not known stays so until {@link #settle}.
 */
public final class Traffic implements AutoCloseable {

  private static final Instant SCREENED_AT = Instant.parse("2026-01-05T10:00:00Z");
  private static final LocalDate REFERRED_ON = LocalDate.parse("2026-01-06");
  private static final long AFTER_TROUBLE_MILLIS = 100;
  private static final long BETWEEN_MEN_MILLIS = 200;
  private static final int REPEATS = 5;
  private static final String COORDINATOR = "demo-referral-coordinator";

  private static final List<Map.Entry<String, String>> BOROUGHS =
      List.of(
          Map.entry("E09000019", "demo-borough-islington"),
          Map.entry("E09000007", "demo-borough-camden"),
          Map.entry("E09000012", "demo-borough-hackney"),
          Map.entry("E09000014", "demo-borough-haringey"));

  private final PublicApi api;
  private final History history = new History();
  private final String prefix;
  private final Tokens tokens;
  private volatile String sealingKeys;
  private final AtomicInteger men = new AtomicInteger();

  /**
   * Nothing is sent yet.
   *
   * @param patience with an answer that must come
   * @param run a name of this run; another at another second refers other men
   */
  public Traffic(RunningPlatform platform, Patience patience, String run) {
    this.tokens = new Tokens(platform::tokenOf, patience);
    this.api = new PublicApi(platform::gatewayUrl, tokens, patience);
    this.prefix = "%s-%d-".formatted(run, System.currentTimeMillis() / 1000);
    this.sealingKeys = publishedKeys(api);
  }

  private static String publishedKeys(PublicApi api) {
    return api.require(Call.get("/v1/at-risk-details/keys")).text();
  }

  /** Has every caller sign in again, and seal to the keys that are published now. */
  public void renew() {
    tokens.forget();
    sealingKeys = publishedKeys(api);
  }

  /** What its callers call. */
  public PublicApi api() {
    return api;
  }

  /** Everything that was asked so far. */
  public History history() {
    return history;
  }

  /** The beginning of the borough's references of all men. */
  public String prefix() {
    return prefix;
  }

  /** How many referrals were acknowledged so far. */
  public int acknowledged() {
    return history.count(Kind.REFERRAL, Outcome.OK);
  }

  /** Sends with so many callers until it is told to stop. */
  public Running start(int callers) {
    return new Running(callers);
  }

  /** Callers at work. */
  public final class Running implements AutoCloseable {

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Running(int callers) {
      for (int i = 0; i < callers; i++) {
        var _ = threads.submit(this::work);
      }
    }

    private void work() {
      while (!stopped.get()) {
        try {
          one();
          sleep(BETWEEN_MEN_MILLIS);
        } catch (RuntimeException failure) {
          history.complain(new Complaint(Complaint.Kind.WRONG_ANSWER, failure.toString()));
        }
      }
    }

    /** Returns when every caller has its answer. */
    @Override
    public void close() {
      stopped.set(true);
      threads.close();
    }
  }

  /** Takes one man as far as the answers allow. */
  public void one() {
    int number = men.incrementAndGet();
    String subject = prefix + number;
    var borough = BOROUGHS.get(number % BOROUGHS.size());
    Attempt screening =
        keep(Kind.SCREENING, subject, "", screening(subject, borough.getKey(), borough.getValue()));
    if (screening.outcome() != Outcome.OK) {
      return;
    }
    Call call = referral(subject, borough.getKey(), screening.id(), true).as(borough.getValue());
    if (number % 10 == 9) {
      String hopeless = subject + "-hopeless";
      Call refused = referral(hopeless, borough.getKey(), screening.id(), false);
      var _ = keep(Kind.HOPELESS, hopeless, "", refused.as(borough.getValue()));
    }
    Attempt referral = keep(Kind.REFERRAL, subject, "", call);
    if (referral.outcome() == Outcome.OK) {
      follow(number, referral, borough.getValue());
    }
  }

  private void follow(int number, Attempt referral, String client) {
    if (number % 3 == 0) {
      Call handOver = handOver(referral).as(client);
      var _ = keep(Kind.HAND_OVER, referral.subject(), referral.id(), handOver);
    } else if (number % 3 == 1) {
      Call triage =
          Call.post(
                  "/v1/referrals/" + referral.id() + "/triage",
                  referral.subject() + "/triage",
                  Map.of())
              .with("If-Match", referral.etag())
              .as(COORDINATOR);
      var _ = keep(Kind.TRIAGE, referral.subject(), referral.id(), triage);
    }
  }

  private Attempt keep(Kind kind, String subject, String referral, Call call) {
    Attempt attempt = Attempt.at(api, kind, subject, referral, call);
    history.keep(attempt);
    if (attempt.outcome() == Outcome.UNKNOWN) {
      sleep(AFTER_TROUBLE_MILLIS);
    }
    return attempt;
  }

  /** Asks again for whatever is not known, until it is, and then once more for the same answer. */
  public void settle() {
    inParallel(history.unknown(), this::settle);
  }

  private void settle(Attempt unknown) {
    Attempt first =
        api.patience()
            .until(
                () -> "an answer to " + unknown,
                () ->
                    Optional.of(unknown.again(api))
                        .filter(one -> one.outcome() != Outcome.UNKNOWN));
    history.keep(first);
    repeat(first);
  }

  /** Asks again for some of what was acknowledged: it must be what was answered then. */
  public void repeatSome(RandomGenerator random) {
    List<Attempt> acknowledged = new ArrayList<>();
    history.all().stream().filter(one -> one.outcome() == Outcome.OK).forEach(acknowledged::add);
    List<Attempt> some = new ArrayList<>();
    for (int i = 0; i < REPEATS && !acknowledged.isEmpty(); i++) {
      some.add(acknowledged.get(random.nextInt(acknowledged.size())));
    }
    inParallel(some, this::repeat);
  }

  /** Asks again for one thing that is known. */
  public void repeat(Attempt known) {
    Attempt again =
        api.patience()
            .until(
                () -> "the answer to " + known + " again",
                () ->
                    Optional.of(known.again(api)).filter(one -> one.outcome() != Outcome.UNKNOWN));
    if (!known.sameAnswer(again)) {
      history.complain(new Complaint(Complaint.Kind.UNSTABLE, known + ", then " + again.status()));
    }
  }

  private void inParallel(List<Attempt> attempts, Consumer<Attempt> work) {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      attempts.forEach(one -> threads.execute(() -> answered(one, work)));
    }
  }

  private void answered(Attempt attempt, Consumer<Attempt> work) {
    try {
      work.accept(attempt);
    } catch (IllegalStateException nobodyAnswers) {
      history.complain(
          new Complaint(Complaint.Kind.NOT_RECOVERED, String.valueOf(nobodyAnswers.getMessage())));
    }
  }

  private static void sleep(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    api.close();
  }

  private static Call screening(String subject, String borough, String client) {
    return Call.post(
            "/v1/screenings", subject + "/screening", NewScreening.positive(borough, SCREENED_AT))
        .as(client);
  }

  private static Call referral(String subject, String borough, String screening, boolean agreed) {
    NewReferral.Client man =
        new NewReferral.Client(
            "Demo",
            "Man " + subject.replaceAll("[^0-9]", "").replaceAll("^(.{0,30}).*", "$1"),
            LocalDate.of(1980, 1, 1).plusDays(Math.floorMod(subject.hashCode(), 9_000)),
            "M",
            "020 7946 0901",
            borough);
    NewReferral referral =
        new NewReferral(
            subject,
            borough,
            REFERRED_ON,
            "DRUG_SERVICE",
            "Demo treatment service",
            screening,
            man,
            "Demo treatment provider",
            "DEMO-EPISODE",
            "ALCOHOL",
            agreed,
            true,
            null);
    return Call.post("/v1/referrals", subject + "/referral", referral);
  }

  private Call handOver(Attempt referral) {
    PersonAtRisk person =
        new PersonAtRisk(
            "EX_PARTNER",
            "Demo Person",
            List.of(new PersonAtRisk.ContactPoint("PHONE", "07700 900001", "UNKNOWN")),
            "E09000019");
    String envelope =
        SealedEnvelope.seal(
            Map.of("referralId", referral.id(), "persons", List.of(person)), sealingKeys);
    return BoroughClient.sealed(referral.subject() + "/hand-over", envelope);
  }
}
