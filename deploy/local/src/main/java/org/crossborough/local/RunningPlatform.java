package org.crossborough.local;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import org.crossborough.local.keycloak.DemoTokens;
import org.crossborough.local.keycloak.KeycloakAdmin;
import org.crossborough.local.process.DetachedProcess;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.Service;
import org.crossborough.local.state.ServiceEnvironment;
import org.crossborough.local.state.StateFolder;
import org.crossborough.local.tls.Certificates;

/** A whole platform under test, with the means to disturb it and to look behind its doors. */
public final class RunningPlatform {

  private static final Logger LOG = System.getLogger(RunningPlatform.class.getName());

  private final StateFolder state;
  private final Launcher launcher;

  private RunningPlatform(StateFolder state) {
    this.state = state;
    this.launcher = new Launcher(Installation.find(), state);
  }

  /** Starts what does not run yet in that folder. */
  public static RunningPlatform start(Path folder) {
    RunningPlatform platform = new RunningPlatform(StateFolder.at(folder));
    platform.up();
    return platform;
  }

  /** Starts again whatever has ended. */
  public void up() {
    launcher.run(line -> LOG.log(Level.INFO, line), "up");
  }

  /** Stops everything and keeps the data. */
  public void down() {
    launcher.run(line -> LOG.log(Level.INFO, line), "down");
  }

  /** Ends one process as a crash would, {@code referral-service} or {@code kafka} for instance. */
  public void kill9(String process) {
    new DetachedProcess(state, process).kill();
  }

  public boolean isRunning(String process) {
    return new DetachedProcess(state, process).isRunning();
  }

  /** The process number, for a test that looks into its memory or environment. */
  public long pidOf(String process) {
    return new DetachedProcess(state, process)
        .find()
        .orElseThrow(() -> new IllegalStateException(process + " is not running"))
        .pid();
  }

  public String gatewayUrl() {
    return ports().url(Port.GATEWAY);
  }

  /** The gateway's door for those who are not on this machine. */
  public String secureGatewayUrl() {
    return ports().secureUrl(Port.GATEWAY_TLS);
  }

  /** Where a service answers the gateway, and nobody who lacks its certificate. */
  public String urlOf(String service) {
    return ports().secureUrl(Service.named(service).port());
  }

  /** Where a service says how it is. */
  public String managementUrlOf(String service) {
    return ports().url(Service.named(service).management());
  }

  /** Who is who on this platform. */
  public Certificates certificates() {
    return new Certificates(state, Passwords.remembered(state));
  }

  public String issuer() {
    return ports().issuer();
  }

  /** An access token of a demo user, machine client or role. */
  public String tokenOf(String name) {
    return new DemoTokens(issuer()).of(name);
  }

  /** An access token of a demo user who signs in through another client than usual. */
  public String tokenOf(String user, String client) {
    return new DemoTokens(issuer()).of(user, client);
  }

  /** Has the identity provider sign with a new key; those before still verify. */
  public void rotateSigningKey() {
    new KeycloakAdmin(ports(), Passwords.remembered(state)).rotateSigningKey();
  }

  /** The variables a service was started with, except its own port. */
  public Map<String, String> environmentOf(String service) {
    return environment().of(Service.named(service));
  }

  /** The variables with which any principal would reach the broker, allowed or not. */
  public Map<String, String> kafkaCredentialsOf(String principal) {
    return environment().kafka(principal);
  }

  /** Holds {@code data}, {@code logs} and everything else the platform has written. */
  public Path folder() {
    return state.root();
  }

  private ServiceEnvironment environment() {
    return new ServiceEnvironment(state, ports(), Passwords.remembered(state));
  }

  private Ports ports() {
    return Ports.remembered(state);
  }
}
