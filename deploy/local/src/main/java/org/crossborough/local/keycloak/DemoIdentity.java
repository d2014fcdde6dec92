package org.crossborough.local.keycloak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Somebody or something of the demo realm. None of them is a real person.
 *
 * @param name the user name, or the client id of a machine
 * @param roles realm roles
 * @param client the client through which a person signs in; a machine is its own
 */
public record DemoIdentity(String name, List<String> roles, String client) {

  public static final String PASSWORD = "demo-only-password";

  private static final String PROGRAMME = "demo-programme-staff";
  private static final String SUPPORT = "demo-support-staff";
  private static final String COMMISSIONERS = "demo-commissioners";

  public static final List<DemoIdentity> ALL = all();

  private static List<DemoIdentity> all() {
    List<DemoIdentity> all = new ArrayList<>();
    for (String borough :
        List.of("islington", "camden", "hackney", "haringey", "southwark", "lambeth")) {
      String client = "demo-borough-" + borough;
      all.add(new DemoIdentity(client, List.of("borough-system"), client));
    }
    for (String role :
        List.of(
            "drug-alcohol-worker",
            "referral-coordinator",
            "assessor",
            "facilitator",
            "programme-manager",
            "outcomes-analyst",
            "data-protection-officer",
            "auditor")) {
      all.add(person(role, PROGRAMME));
    }
    for (String role : List.of("iss-worker", "iss-manager", "safeguarding-lead")) {
      all.add(person(role, SUPPORT));
    }
    for (String role :
        List.of("commissioner-borough", "commissioner-london", "commissioner-national")) {
      all.add(person(role, COMMISSIONERS));
    }
    all.add(new DemoIdentity("demo-second-facilitator", List.of("facilitator"), PROGRAMME));
    all.add(
        new DemoIdentity(
            "demo-drug-alcohol-worker-camden", List.of("drug-alcohol-worker"), PROGRAMME));
    all.add(
        new DemoIdentity(
            "demo-commissioner-camden", List.of("commissioner-borough"), COMMISSIONERS));
    all.add(new DemoIdentity("demo-role-conflict", List.of("assessor", "iss-worker"), PROGRAMME));
    return Collections.unmodifiableList(all);
  }

  private static DemoIdentity person(String role, String client) {
    return new DemoIdentity("demo-" + role, List.of(role), client);
  }

  /** By user name, client id or role; for a role, the first who holds it. */
  public static DemoIdentity named(String name) {
    return find(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "No demo identity or role is called "
                    + name
                    + "; there are "
                    + ALL.stream().map(DemoIdentity::name).toList()));
  }

  private static Optional<DemoIdentity> find(String name) {
    return ALL.stream()
        .filter(identity -> identity.name().equals(name))
        .findFirst()
        .or(() -> ALL.stream().filter(identity -> identity.roles().contains(name)).findFirst());
  }

  public boolean isMachine() {
    return name.equals(client);
  }

  /** What a person or machine types or sends besides its name. */
  public String secret() {
    return isMachine() ? secretOf(client) : PASSWORD;
  }

  static String secretOf(String client) {
    return "demo-only-" + client;
  }
}
