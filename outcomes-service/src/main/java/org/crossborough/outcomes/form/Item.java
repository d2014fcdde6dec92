package org.crossborough.outcomes.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything a TOP asks about, section by section in the order of the form. The wording of the
 * printed form is not kept, only what each answer means.
 */
public enum Item {
  ALCOHOL(Section.SUBSTANCES, Kind.DAYS, "alcohol"),
  /** Not prescribed, methadone and buprenorphine included. */
  OPIATES(Section.SUBSTANCES, Kind.DAYS, "opiates"),
  CRACK(Section.SUBSTANCES, Kind.DAYS, "crack"),
  /** Powder. */
  COCAINE(Section.SUBSTANCES, Kind.DAYS, "cocaine"),
  AMPHETAMINES(Section.SUBSTANCES, Kind.DAYS, "amphetamines"),
  CANNABIS(Section.SUBSTANCES, Kind.DAYS, "cannabis"),
  /** Another problem substance, which the record names. */
  OTHER(Section.SUBSTANCES, Kind.DAYS, "other"),
  TOBACCO(Section.SUBSTANCES, Kind.DAYS, "tobacco"),
  /** Days of injecting drugs that were not prescribed. */
  INJECTED(Section.INJECTING, Kind.DAYS, "days"),
  SHARED_NEEDLE(Section.INJECTING, Kind.YES_NO, "sharedNeedle"),
  /** Spoon, water or filter. */
  SHARED_EQUIPMENT(Section.INJECTING, Kind.YES_NO, "sharedEquipment"),
  /** Either of the two above. */
  SHARING(Section.INJECTING, Kind.YES_NO, "sharing"),
  SHOPLIFTING(Section.CRIME, Kind.DAYS, "shoplifting"),
  DRUG_SELLING(Section.CRIME, Kind.DAYS, "drugSelling"),
  /** From or of a vehicle. */
  VEHICLE_THEFT(Section.CRIME, Kind.YES_NO, "vehicleTheft"),
  /** Burglary included. */
  PROPERTY_THEFT(Section.CRIME, Kind.YES_NO, "propertyTheft"),
  /** Forgery and handling of stolen goods included. */
  FRAUD(Section.CRIME, Kind.YES_NO, "fraud"),
  /** Any of the three above. */
  OTHER_THEFT(Section.CRIME, Kind.YES_NO, "otherTheft"),
  /** Any assault or violence, on anybody: no measure of violence against a partner. */
  ASSAULT(Section.CRIME, Kind.YES_NO, "assault"),
  PAID_WORK(Section.SOCIAL, Kind.DAYS, "paidWork"),
  VOLUNTEERING(Section.SOCIAL, Kind.DAYS, "volunteering"),
  /** Unpaid, structured. */
  WORK_PLACEMENT(Section.SOCIAL, Kind.DAYS, "workPlacement"),
  /** College or school. */
  EDUCATION(Section.SOCIAL, Kind.DAYS, "education"),
  ACUTE_HOUSING_PROBLEM(Section.SOCIAL, Kind.YES_NO, "acuteHousingProblem"),
  UNSUITABLE_HOUSING(Section.SOCIAL, Kind.YES_NO, "unsuitableHousing"),
  EVICTION_RISK(Section.SOCIAL, Kind.YES_NO, "evictionRisk");

  /** The parts of the form; the three ratings stand beside them. */
  public enum Section {
    SUBSTANCES,
    INJECTING,
    CRIME,
    SOCIAL;

    /** Its name as a field. */
    public String field() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Its items in the order of the form. */
    public List<Item> items() {
      return Arrays.stream(Item.values()).filter(item -> item.section == this).toList();
    }
  }

  /** How an item is answered. */
  public enum Kind {
    /** Days of the last 28, per week, in total, or both. */
    DAYS,
    YES_NO
  }

  private static final Set<Item> SINCE_2018 =
      Set.of(VOLUNTEERING, WORK_PLACEMENT, UNSUITABLE_HOUSING);
  private static final Set<String> ALSO_CALLED = Set.of("opioids");

  private final Section section;
  private final Kind kind;
  private final String name;

  Item(Section section, Kind kind, String name) {
    this.section = section;
    this.kind = kind;
    this.name = name;
  }

  /** Where it is asked. */
  public Section section() {
    return section;
  }

  /** How it is answered. */
  public Kind kind() {
    return kind;
  }

  /** Its name within its section, such as {@code paidWork}. */
  public String field() {
    return name;
  }

  /** Its path in a form, such as {@code social.paidWork}. */
  public String path() {
    return section.field() + "." + name;
  }

  /** Whether it is one of the substances that use is summed over; tobacco is none. */
  public boolean isProblemSubstance() {
    return section == Section.SUBSTANCES && this != TOBACCO;
  }

  /** Whether the form of 2018 was the first to ask. */
  boolean isSince2018() {
    return SINCE_2018.contains(this);
  }

  /** Whether a name given for another substance is one that has an item of its own. */
  static boolean isNamed(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return !wanted.equals(OTHER.name)
        && Stream.concat(Section.SUBSTANCES.items().stream().map(Item::field), ALSO_CALLED.stream())
            .anyMatch(wanted::equals);
  }
}
