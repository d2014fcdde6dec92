package org.crossborough.platform.driver;

import java.time.Instant;
import java.util.List;

/** What a keyworker writes down when he screens a man for violence towards his partner. */
public record NewScreening(
    String boroughCode,
    String instrumentCode,
    int instrumentVersion,
    Instant screenedAt,
    String screenedByRole,
    boolean seenAlone,
    boolean confidentialityExplained,
    String interpreterUsed,
    String disclosedPhysical12m,
    String disclosedSexual12m,
    String disclosedCoerciveControl12m,
    String disclosedEmotional12m,
    String disclosedEconomic12m,
    boolean immediateRiskIdentified,
    List<String> safeguardingActions,
    String result,
    boolean clientAgreesToReferral,
    boolean partnerDetailsAgreed) {

  /** A screening after which the man agrees to be referred. */
  public static NewScreening positive(String boroughCode, Instant screenedAt) {
    return new NewScreening(
        boroughCode,
        "DEMO_PERPETRATION",
        1,
        screenedAt,
        "DRUG_ALCOHOL_WORKER",
        true,
        true,
        "NONE",
        "YES",
        "NO",
        "YES",
        "YES",
        "NOT_ASKED",
        false,
        List.of(),
        "POSITIVE_REFER",
        true,
        true);
  }
}
