// Completes a referral with the generated TypeScript client, from screening to receipt: `make clients-test`. Everybody in it is
// generated. Arguments: the door, a token of demo-borough-islington, the folder of docs/examples.
import { execFileSync } from "node:child_process";
import { AtRiskDetailsApi, Configuration, ReferralsApi, ScreeningsApi } from "./typescript-fetch";
import { DraftReferralFromJSON, RecordScreeningFromJSON } from "./typescript-fetch";

const [door, token, examples] = process.argv.slice(2);
const configuration = new Configuration({ basePath: door, accessToken: async () => token });
const run = `client-${Date.now()}`;
const borough = "E09000019";

async function complete(): Promise<void> {
  const screening = await new ScreeningsApi(configuration).recordScreening({
    idempotencyKey: `${run}-screening`,
    recordScreening: RecordScreeningFromJSON({
      boroughCode: borough,
      instrumentCode: "DEMO_PERPETRATION",
      instrumentVersion: 1,
      screenedAt: "2026-01-05T10:00:00Z",
      screenedByRole: "DRUG_ALCOHOL_WORKER",
      seenAlone: true,
      confidentialityExplained: true,
      interpreterUsed: "NONE",
      disclosedPhysical12m: "YES",
      disclosedSexual12m: "NO",
      disclosedCoerciveControl12m: "YES",
      disclosedEmotional12m: "YES",
      disclosedEconomic12m: "NOT_ASKED",
      immediateRiskIdentified: false,
      safeguardingActions: [],
      result: "POSITIVE_REFER",
      clientAgreesToReferral: true,
      partnerDetailsAgreed: true,
    }),
  });
  const referrals = new ReferralsApi(configuration);
  const referral = await referrals.createReferral({
    idempotencyKey: `${run}-referral`,
    draftReferral: DraftReferralFromJSON({
      externalReference: run,
      referringBoroughCode: borough,
      referralDate: "2026-01-06",
      referrerType: "DRUG_SERVICE",
      referrerOrganisation: "Demo treatment service",
      screeningId: screening.id,
      client: {
        givenName: "Demo",
        familyName: "Example",
        dateOfBirth: "1985-03-02",
        sex: "M",
        phone: "020 7946 0000",
        residenceBoroughCode: borough,
      },
      treatmentProvider: "Demo treatment provider",
      treatmentEpisodeRef: "EP-1",
      keyworker: "Demo Keyworker",
      referrerName: "Demo Keyworker",
      referrerContact: "keyworker@example.invalid",
      mainSubstance: "ALCOHOL",
      consentToReferral: true,
      confidentialityExplained: true,
    }),
  });
  const details = {
    referralId: referral.id,
    persons: [
      {
        relationship: "EX_PARTNER",
        name: "Demo Person",
        boroughCode: borough,
        contactPoints: [{ type: "PHONE", value: "07700 900001", safe: "UNKNOWN" }],
      },
    ],
  };
  const envelope = execFileSync("node", [`${examples}/seal.mjs`, door], { input: JSON.stringify(details) }).toString();
  const receipt = await new AtRiskDetailsApi(configuration).handOverAtRiskDetails({
    idempotencyKey: `${run}-hand-over`,
    body: envelope,
  });
  for (let attempt = 0; attempt < 150; attempt++) {
    const seen = await referrals.getReferral({ id: referral.id! });
    if (JSON.stringify(seen).includes(receipt.receiptId!)) {
      console.log(`Complete: ${referral.id}`);
      return;
    }
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error(`The receipt never showed on ${referral.id}`);
}

complete().catch(async (failure) => {
  console.error(failure, failure.response ? await failure.response.text() : "");
  process.exit(1);
});
