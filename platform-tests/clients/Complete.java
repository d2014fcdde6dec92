import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AtRiskDetailsApi;
import org.openapitools.client.api.ReferralsApi;
import org.openapitools.client.api.ScreeningsApi;
import org.openapitools.client.model.DraftReferral;
import org.openapitools.client.model.HandoffReceipt;
import org.openapitools.client.model.Receipt;
import org.openapitools.client.model.RecordScreening;
import org.openapitools.client.model.ReferralView;
import org.openapitools.client.model.ScreeningView;

/**
 * Completes a referral with the generated Java client, from screening to receipt: {@code make
 * clients-test}. Everybody in it is generated. Arguments: the door, a token of
 * demo-borough-islington, the folder of docs/examples.
 */
final class Complete {

  private static final String SCREENING =
      """
      {"boroughCode":"E09000019","instrumentCode":"DEMO_PERPETRATION","instrumentVersion":1,
      "screenedAt":"2026-01-05T10:00:00Z","screenedByRole":"DRUG_ALCOHOL_WORKER","seenAlone":true,
      "confidentialityExplained":true,"interpreterUsed":"NONE","disclosedPhysical12m":"YES",
      "disclosedSexual12m":"NO","disclosedCoerciveControl12m":"YES","disclosedEmotional12m":"YES",
      "disclosedEconomic12m":"NOT_ASKED","immediateRiskIdentified":false,"safeguardingActions":[],
      "result":"POSITIVE_REFER","clientAgreesToReferral":true,"partnerDetailsAgreed":true}\
      """;

  private static final String REFERRAL =
      """
      {"externalReference":"%s","referringBoroughCode":"E09000019","referralDate":"2026-01-06",
      "referrerType":"DRUG_SERVICE","referrerOrganisation":"Demo treatment service",
      "screeningId":"%s","client":{"givenName":"Demo","familyName":"Example",
      "dateOfBirth":"1985-03-02","sex":"M","phone":"020 7946 0000",
      "residenceBoroughCode":"E09000019"},"treatmentProvider":"Demo treatment provider",
      "treatmentEpisodeRef":"EP-1","keyworker":"Demo Keyworker","referrerName":"Demo Keyworker",
      "referrerContact":"keyworker@example.invalid","mainSubstance":"ALCOHOL",
      "consentToReferral":true,"confidentialityExplained":true}\
      """;

  private static final String DETAILS =
      """
      {"referralId":"%s","persons":[{"relationship":"EX_PARTNER","name":"Demo Person",
      "boroughCode":"E09000019",
      "contactPoints":[{"type":"PHONE","value":"07700 900001","safe":"UNKNOWN"}]}]}\
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Complete() {}

  public static void main(String[] arguments) throws Exception {
    String door = arguments[0];
    ApiClient client = new ApiClient().setBasePath(door);
    client.setBearerToken(arguments[1]);
    try {
      complete(client, door, arguments[2]);
    } catch (ApiException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  private static void complete(ApiClient client, String door, String examples) throws Exception {
    String run = "java-" + System.currentTimeMillis();
    ScreeningView screening =
        new ScreeningsApi(client)
            .recordScreening(run + "-screening", RecordScreening.fromJson(SCREENING));
    ReferralsApi referrals = new ReferralsApi(client);
    ReferralView referral =
        referrals.createReferral(
            run + "-referral", DraftReferral.fromJson(REFERRAL.formatted(run, screening.getId())));
    String envelope = sealed(DETAILS.formatted(referral.getId()), door, examples);
    Receipt receipt =
        new AtRiskDetailsApi(client).handOverAtRiskDetails(run + "-hand-over", envelope);
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      HandoffReceipt shown = referrals.getReferral(referral.getId()).getAtRiskHandoff();
      if (shown != null && receipt.getReceiptId().equals(shown.getReceiptId())) {
        System.out.println("Complete: " + referral.getId());
        return;
      }
      // A caller of the API has nothing to wait on: he asks again, until PATIENCE has passed.
      Thread.sleep(Duration.ofMillis(200));
    }
    throw new IllegalStateException("The receipt never showed on " + referral.getId());
  }

  private static String sealed(String details, String door, String examples) throws Exception {
    Path clear = Files.writeString(Files.createTempFile("details", ".json"), details);
    try {
      Process sealing =
          new ProcessBuilder("node", examples + "/seal.mjs", door)
              .redirectInput(clear.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String envelope =
          new String(sealing.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (sealing.waitFor() != 0) {
        throw new IllegalStateException("seal.mjs ended with " + sealing.exitValue());
      }
      return envelope;
    } finally {
      Files.delete(clear);
    }
  }
}
