package org.crossborough.contracts;

import java.util.Arrays;

/** The Kafka topics of the platform, each with the only service that may write to it. */
public enum Topic {
  /** Referrals, screenings and assessments. */
  REFERRAL_EVENTS("referral.events", "referral-service", ReferralEvent.class),
  /** What other services must show about the man; compacted, erased by a tombstone. */
  REFERRAL_PARTICIPANTS("referral.participants", "referral-service", ParticipantEvent.class),
  /** Runs, enrolments and attendance. */
  PROGRAMME_EVENTS("programme.events", "programme-service", ProgrammeEvent.class),
  /** The closed list of what may leave the survivor side. */
  SAFETY_EVENTS("safety.events", "safety-service", SafetyEvent.class),
  /** Outcome records received and figures published. */
  OUTCOMES_EVENTS("outcomes.events", "outcomes-service", OutcomesEvent.class);

  private final String wireName;
  private final String producer;
  private final Class<? extends Event> family;

  Topic(String wireName, String producer, Class<? extends Event> family) {
    this.wireName = wireName;
    this.producer = producer;
    this.family = family;
  }

  /** The topic's name on the broker. */
  public String wireName() {
    return wireName;
  }

  /** The service whose principal alone may write here; also the CloudEvents {@code source}. */
  public String producer() {
    return producer;
  }

  /** The sealed family of events this topic carries. */
  public Class<? extends Event> family() {
    return family;
  }

  /** The topic that carries an event. */
  public static Topic of(Event event) {
    return switch (event) {
      case ReferralEvent _ -> REFERRAL_EVENTS;
      case ParticipantEvent _ -> REFERRAL_PARTICIPANTS;
      case ProgrammeEvent _ -> PROGRAMME_EVENTS;
      case SafetyEvent _ -> SAFETY_EVENTS;
      case OutcomesEvent _ -> OUTCOMES_EVENTS;
    };
  }

  /**
   * The topic of a broker's name.
   *
   * @throws IllegalArgumentException when the platform has no such topic
   */
  public static Topic named(String wireName) {
    return Arrays.stream(values())
        .filter(topic -> topic.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No topic " + wireName));
  }
}
