package org.crossborough.referral.instrument;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossborough.referral.instrument.CommonAnswers.Acknowledgement;
import org.crossborough.referral.instrument.CommonAnswers.Disclosure;
import org.crossborough.referral.instrument.CommonAnswers.InstrumentalUse;
import org.crossborough.referral.instrument.CommonAnswers.LastIncident;
import org.crossborough.referral.instrument.CommonAnswers.RelationshipStatus;

/**
 * The questions that a screening answers in fields of its own, so that figures can count them over
 * all instruments. An instrument that asks one of them names the field and is answered there.
 */
public enum CommonItem {
  DISCLOSED_PHYSICAL("disclosedPhysical12m", Disclosure.class),
  DISCLOSED_SEXUAL("disclosedSexual12m", Disclosure.class),
  DISCLOSED_COERCIVE_CONTROL("disclosedCoerciveControl12m", Disclosure.class),
  DISCLOSED_EMOTIONAL("disclosedEmotional12m", Disclosure.class),
  DISCLOSED_ECONOMIC("disclosedEconomic12m", Disclosure.class),
  DISCLOSED_EVER("disclosedEver", Disclosure.class),
  RELATIONSHIP_STATUS("relationshipStatus", RelationshipStatus.class),
  SUBSTANCE_USED_INSTRUMENTALLY("substanceUsedInstrumentally", InstrumentalUse.class),
  LAST_INCIDENT("lastIncidentBand", LastIncident.class),
  ACKNOWLEDGES_BEHAVIOUR("acknowledgesBehaviour", Acknowledgement.class);

  private final String field;
  private final Set<String> codes;

  <E extends Enum<E>> CommonItem(String field, Class<E> codes) {
    this.field = field;
    this.codes =
        Arrays.stream(codes.getEnumConstants())
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The field of the screening that answers it. */
  public String field() {
    return field;
  }

  Set<String> codes() {
    return codes;
  }

  /** The item that a field of the screening answers. */
  public static Optional<CommonItem> answeredIn(String field) {
    return Arrays.stream(values()).filter(item -> item.field.equals(field)).findFirst();
  }
}
