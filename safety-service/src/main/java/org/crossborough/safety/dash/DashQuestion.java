package org.crossborough.safety.dash;

/**
 * The 24 questions of the SafeLives DASH risk checklist, by number and topic. The topics are our
 * own short words; the licensed wording is shown by whatever asks the questions, and is not here.
 */
public enum DashQuestion {
  Q01("Injury in what happened now"),
  Q02("How frightened she is"),
  Q03("What she fears will be done"),
  Q04("Kept from family and friends"),
  Q05("Low mood or thoughts of suicide"),
  Q06("Separation within the past year"),
  Q07("Conflict over contact with children"),
  Q08("Stalking, constant messages or harassment"),
  Q09("Pregnancy, or a baby under 18 months"),
  Q10("Abuse more often than before"),
  Q11("Abuse worse than before"),
  Q12("Control or excessive jealousy"),
  Q13("Weapons or objects used to hurt"),
  Q14("Threats to kill that are believed"),
  Q15("Strangling, choking, suffocating or drowning"),
  Q16("Sexual harm"),
  Q17("Threats by, or fear of, somebody else"),
  Q18("Harm to others"),
  Q19("Harm to an animal"),
  Q20("Money and dependence"),
  Q21("His drugs, alcohol or mental health"),
  Q22("His threats or attempts of suicide"),
  Q23("Bail, orders or contact agreements broken"),
  Q24("His record with the police");

  private final String topic;

  DashQuestion(String topic) {
    this.topic = topic;
  }

  /** What it is about, in a few words of our own. */
  String topic() {
    return topic;
  }
}
