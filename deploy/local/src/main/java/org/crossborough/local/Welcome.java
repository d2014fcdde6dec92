package org.crossborough.local;

import java.io.PrintStream;
import org.crossborough.local.keycloak.DemoIdentity;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;

/** What a person wants to know once everything runs. */
final class Welcome {

  private final StateFolder state;
  private final Ports ports;

  Welcome(StateFolder state) {
    this.state = state;
    this.ports = Ports.remembered(state);
  }

  void print(PrintStream out, double seconds) {
    out.println();
    new StatusReport(state).print(out);
    out.println();
    printIdentities(out);
    out.println();
    printUrls(out);
    out.printf("%nEverything runs, after %.1f s. Try:%n%n", seconds);
    out.printf(
        "curl -s -H \"Authorization: Bearer $(make -s token ROLE=referral-coordinator)\""
            + " %s/v1/referrals%n",
        ports.url(Port.GATEWAY));
  }

  void printUrls(PrintStream out) {
    out.printf("Gateway            %s%n", ports.url(Port.GATEWAY));
    out.printf(
        "Gateway, TLS       %s  (curl --cacert %s)%n",
        ports.secureUrl(Port.GATEWAY_TLS), state.root().resolve("certificates/authority.pem"));
    out.printf("API documentation  %s/docs%n", ports.url(Port.GATEWAY));
    out.printf("Keycloak           http://localhost:%d%n", ports.of(Port.KEYCLOAK));
  }

  private void printIdentities(PrintStream out) {
    String row = "%-32s %-32s %s%n";
    out.printf(row, "demo sign-in", "password", "role");
    for (DemoIdentity identity : DemoIdentity.ALL) {
      out.printf(row, identity.name(), identity.secret(), String.join(", ", identity.roles()));
    }
  }
}
