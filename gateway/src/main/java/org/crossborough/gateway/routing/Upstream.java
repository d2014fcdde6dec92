package org.crossborough.gateway.routing;

import java.util.List;
import java.util.Locale;

/** The route table: which service answers under which prefixes. There is no other list. */
public enum Upstream {
  REFERRAL(
      "/v1/screenings",
      "/v1/screening-instruments",
      "/v1/screening-yields",
      "/v1/referrals",
      "/v1/boroughs",
      "/v1/organisations",
      "/v1/referral-changes",
      "/v1/webhook-subscriptions",
      "/v1/referral-imports",
      "/v1/waiting-list",
      "/v1/case-list",
      "/v1/assessment-appointments",
      "/v1/assessment-appointments.ics",
      "/v1/retention-reviews",
      "/v1/referral-figures"),
  PROGRAMME(
      "/v1/programmes",
      "/v1/runs",
      "/v1/sessions",
      "/v1/enrolments",
      "/v1/facilitators",
      "/v1/capacity",
      "/v1/programme-figures"),
  SAFETY(
      "/v1/at-risk-details",
      "/v1/survivor-cases",
      "/v1/survivor-case-searches",
      "/v1/contact-tasks",
      "/v1/dash-questions",
      "/v1/case-meetings",
      "/v1/participant-letters",
      "/v1/safety-aggregates",
      "/v1/quarantined-handoffs",
      "/v1/intake-keys",
      "/v1/vault-keys",
      "/v1/case-teams",
      "/v1/declared-conflicts",
      "/v1/glass-breakings"),
  OUTCOMES(
      "/v1/top-records",
      "/v1/top-imports",
      "/v1/metrics",
      "/v1/equality-profile",
      "/v1/feeds",
      "/v1/releases",
      "/v1/returns",
      "/v1/rebuilds");

  private final List<String> prefixes;

  Upstream(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  /** Each of two path segments, so that a look-up needs no search. */
  public List<String> prefixes() {
    return prefixes;
  }

  /**
   * Whether answers may be compressed: not those about survivors, whose length could then tell what
   * is in them to somebody who can have a part of an answer chosen (the BREACH attack).
   */
  boolean mayCompress() {
    return this != SAFETY;
  }

  /** Names the service's Maven module. */
  public String service() {
    return name().toLowerCase(Locale.ROOT) + "-service";
  }
}
