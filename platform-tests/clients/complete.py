"""Completes a referral with the generated Python client, from screening to receipt: `make clients-test`.

Everybody in it is generated. Arguments: the door, a token of demo-borough-islington, the folder of docs/examples.
"""

import json
import subprocess
import sys
import time

from openapi_client import ApiClient, ApiException, AtRiskDetailsApi, Configuration
from openapi_client import DraftReferral, RecordScreening, ReferralsApi, ScreeningsApi

BOROUGH = "E09000019"
PATIENCE_SECONDS = 30


def complete(client, door, examples):
    run = f"python-{time.time_ns()}"
    screening = ScreeningsApi(client).record_screening(
        idempotency_key=f"{run}-screening",
        record_screening=RecordScreening.from_dict(
            {
                "boroughCode": BOROUGH,
                "instrumentCode": "DEMO_PERPETRATION",
                "instrumentVersion": 1,
                "screenedAt": "2026-01-05T10:00:00Z",
                "screenedByRole": "DRUG_ALCOHOL_WORKER",
                "seenAlone": True,
                "confidentialityExplained": True,
                "interpreterUsed": "NONE",
                "disclosedPhysical12m": "YES",
                "disclosedSexual12m": "NO",
                "disclosedCoerciveControl12m": "YES",
                "disclosedEmotional12m": "YES",
                "disclosedEconomic12m": "NOT_ASKED",
                "immediateRiskIdentified": False,
                "safeguardingActions": [],
                "result": "POSITIVE_REFER",
                "clientAgreesToReferral": True,
                "partnerDetailsAgreed": True,
            }
        ),
    )
    referrals = ReferralsApi(client)
    referral = referrals.create_referral(
        idempotency_key=f"{run}-referral",
        draft_referral=DraftReferral.from_dict(
            {
                "externalReference": run,
                "referringBoroughCode": BOROUGH,
                "referralDate": "2026-01-06",
                "referrerType": "DRUG_SERVICE",
                "referrerOrganisation": "Demo treatment service",
                "screeningId": str(screening.id),
                "client": {
                    "givenName": "Demo",
                    "familyName": "Example",
                    "dateOfBirth": "1985-03-02",
                    "sex": "M",
                    "phone": "020 7946 0000",
                    "residenceBoroughCode": BOROUGH,
                },
                "treatmentProvider": "Demo treatment provider",
                "treatmentEpisodeRef": "EP-1",
                "keyworker": "Demo Keyworker",
                "referrerName": "Demo Keyworker",
                "referrerContact": "keyworker@example.invalid",
                "mainSubstance": "ALCOHOL",
                "consentToReferral": True,
                "confidentialityExplained": True,
            }
        ),
    )
    details = {
        "referralId": str(referral.id),
        "persons": [
            {
                "relationship": "EX_PARTNER",
                "name": "Demo Person",
                "boroughCode": BOROUGH,
                "contactPoints": [{"type": "PHONE", "value": "07700 900001", "safe": "UNKNOWN"}],
            }
        ],
    }
    envelope = subprocess.run(
        ["node", f"{examples}/seal.mjs", door], input=json.dumps(details), capture_output=True, text=True, check=True
    ).stdout
    receipt = AtRiskDetailsApi(client).hand_over_at_risk_details(idempotency_key=f"{run}-hand-over", body=envelope)
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        shown = referrals.get_referral(referral.id).at_risk_handoff
        if shown is not None and shown.receipt_id == receipt.receipt_id:
            print(f"Complete: {referral.id}")
            return
        time.sleep(0.2)
    raise TimeoutError(f"The receipt never showed on {referral.id}")


if __name__ == "__main__":
    door, token, examples = sys.argv[1:]
    with ApiClient(Configuration(host=door, access_token=token)) as client:
        try:
            complete(client, door, examples)
        except ApiException as refused:
            sys.exit(str(refused))
