package org.crossborough.outcomes.metric;

/**
 * What a metric is, in plain words.
 *
 * @param definition what it says and who is counted
 * @param numerator what the upper number counts, or what is measured
 * @param denominator what the lower number counts; empty for a plain count
 */
record Wording(String title, String definition, String numerator, String denominator) {

  static Wording of(Metric metric) {
    return switch (metric) {
      case RECEIVED ->
          new Wording(
              "Referrals received",
              "Referrals with their day in the period; duplicates of another are left out.",
              "Referrals",
              "");
      case SCREENING_YIELD ->
          new Wording(
              "Screening yield",
              "Share of valid screenings that came out positive.",
              "Screenings with a positive result",
              "Screenings that were completed");
      case DISCLOSERS_REFERRED ->
          new Wording(
              "Positive screenings that led to a referral",
              "Share of positive screenings on which a referral rests; stands for the referral of"
                  + " men who disclosed.",
              "Positive screenings with a referral",
              "Positive screenings");
      case RETURNED_INCOMPLETE ->
          new Wording(
              "Incomplete referrals",
              "Share of referrals that ever went back to their sender because something was"
                  + " missing.",
              "Referrals ever returned",
              "Referrals received");
      case ASSESSED ->
          new Wording(
              "Assessed",
              "Share of referrals with at least one completed suitability assessment.",
              "Referrals assessed",
              "Referrals received");
      case ACCEPTED ->
          new Wording(
              "Acceptance rate",
              "Share of decisions that were acceptances; the latest decision on each referral.",
              "Referrals accepted",
              "Referrals accepted or declined");
      case START_RATE_OF_ACCEPTED ->
          new Wording(
              "Start rate of the accepted",
              "Share of accepted referrals that attended a first countable session.",
              "Accepted referrals that started",
              "Referrals accepted");
      case START_RATE ->
          new Wording(
              "Start rate",
              "Men who attended a first session with countable minutes, of the men worked with:"
                  + " placed on a run and seen at an assessment or a session. Each man counts once.",
              "Men who started",
              "Men worked with");
      case WAIT_TO_ASSESSMENT ->
          new Wording(
              "Wait from referral to assessment",
              "Days from the referral to the first assessment: what half, and nine in ten, of the"
                  + " assessed did not exceed.",
              "Days",
              "Referrals assessed");
      case WAIT_TO_START ->
          new Wording(
              "Wait from referral to start",
              "Days from the referral to the first countable session: what half, and nine in ten,"
                  + " did not exceed; and the share who waited 21 days at the most.",
              "Days, or referrals that waited 21 days at the most",
              "Referrals that started");
      case HOURS_DELIVERED ->
          new Wording(
              "Hours delivered",
              "Hours of work on violence that men attended, from whole minutes.",
              "Countable minutes, in hours",
              "");
      case THRESHOLD_REACHED ->
          new Wording(
              "Reached the threshold hours",
              "Men whose countable minutes add up to at least the template's minimum, of the men"
                  + " who started.",
              "Men who reached the minimum",
              "Men who started");
      case COMPLETED ->
          new Wording(
              "Completion rate",
              "Share of enrolments that were completed, of those that started and have ended or"
                  + " should have.",
              "Enrolments completed",
              "Enrolments that started and ended, or whose run has ended");
      case ATTENDANCE_RATE ->
          new Wording(
              "Attendance rate",
              "Sessions attended, of the sessions held for men who were not suspended.",
              "Sessions attended",
              "Sessions held for enrolled men");
      case EXIT_REASONS ->
          new Wording(
              "Reasons for leaving",
              "For each reason, its share of the enrolments that ended before completion.",
              "Exits for that reason",
              "Exits");
      case DETAILS_PROVIDED ->
          new Wording(
              "Contact details handed over",
              "Share of accepted referrals that rest on a receipt of details, and not on an"
                  + " approved exception.",
              "Acceptances that rest on a receipt",
              "Referrals accepted");
      case FIRST_ATTEMPT_ON_TIME ->
          new Wording(
              "First attempt on time",
              "Released by the support service for London as a whole, under its own policy.",
              "First attempts that were on time",
              "People received");
      case SUPPORT_CONTACT ->
          new Wording(
              "Support contact rate",
              "Share of the men who started, details of people at risk having been received, for"
                  + " whom the support service reached the tier of contact that the variant names."
                  + " Released by the support service for London as a whole, under its own policy.",
              "Men for whom the tier was reached",
              "Men who started, with details");
      case RISK_CHECKED ->
          new Wording(
              "Risk assessed",
              "Released by the support service for London as a whole, under its own policy.",
              "People with the variant's result",
              "People reached");
      case TOP_COMPLIANCE ->
          new Wording(
              "TOP compliance",
              "Share of men who have a TOP record around the start of their programme, and around"
                  + " its end.",
              "Men with the record",
              "Men who started; men whose programme ended");
      case SUBSTANCE_DAYS_CHANGE ->
          new Wording(
              "Reduction in substance use",
              "Change in using days of the last 28 between a start and a later TOP around the"
                  + " programme, over the substances answered in both, tobacco excluded. A positive"
                  + " percentage is a reduction; a difference in days is later less start.",
              "Using days at the start less later",
              "Using days at the start, of men with both records");
      case QUALITY_OF_LIFE_CHANGE ->
          new Wording(
              "Improvement in quality of life",
              "Relative change in the men's own rating of their quality of life (0 to 20) between"
                  + " a start and a later TOP around the programme; as scale points, the mean gain"
                  + " as a share of the scale.",
              "Ratings later less at the start",
              "Ratings at the start, of men with both");
      case ABSTINENT ->
          new Wording(
              "Abstinent at the end, by substance",
              "Of men who used a substance at the start, the share who no longer do. Improved,"
                  + " unchanged and deteriorated are told only where a threshold is set; initiated"
                  + " are men who did not use it at the start.",
              "Men with no days later",
              "Men with days at the start and an answer both times");
      case HEALTH_CHANGE ->
          new Wording(
              "Change in health",
              "Mean difference of the men's own ratings (0 to 20) of their psychological and"
                  + " physical health.",
              "Ratings later less at the start",
              "Men with both ratings");
      case NEW_VIOLENCE ->
          new Wording(
              "New violence during the programme",
              "Released by the support service for London as a whole, under its own policy.",
              "People reporting a new incident",
              "People in contact");
      case FEELING_SAFER ->
          new Wording(
              "Feeling safer",
              "Released by the support service for London as a whole, under its own policy.",
              "People who feel safer",
              "People asked");
      case CHILDREN_CONNECTED ->
          new Wording(
              "Children connected",
              "Released by the support service for London as a whole, under its own policy.",
              "Children",
              "");
      case EQUALITY_PROFILE ->
          new Wording(
              "Equality profile",
              "How many men of each protected characteristic, all of London together; here the"
                  + " share of whom a characteristic is not known. The counts are under"
                  + " /v1/equality-profile.",
              "Men of whom it is not known",
              "Men counted under the characteristic");
    };
  }
}
