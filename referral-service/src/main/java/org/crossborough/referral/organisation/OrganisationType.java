package org.crossborough.referral.organisation;

/** What an organisation is to the programme. */
enum OrganisationType {
  TREATMENT_PROVIDER,
  BOROUGH,
  PROGRAMME_PROVIDER,
  OTHER
}
