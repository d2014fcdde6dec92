package org.crossborough.local.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** Brokers that somebody else started: one or several, asked as an administrator. */
public final class ForeignBroker {

  private static final int ITERATIONS = 8192;

  private final Map<String, Object> settings;

  /**
   * @param settings of an administrator's client, without the leading {@code kafka.}
   */
  public ForeignBroker(Map<String, String> settings) {
    this.settings = new HashMap<>(settings);
  }

  /**
   * Gives every principal its password, creates the topics that are missing, and makes the
   * permissions exactly those of the table.
   *
   * @param passwords by principal
   * @param replicas copies of each record; with three, two must hold it before it counts as sent
   * @throws IllegalStateException when the brokers do not answer or refuse
   */
  public void settle(Map<String, String> passwords, short replicas) {
    try (Admin admin = Admin.create(settings)) {
      List<UserScramCredentialAlteration> credentials =
          passwords.entrySet().stream().map(ForeignBroker::credential).toList();
      admin.alterUserScramCredentials(credentials).all().get();
      new KafkaReconciliation(admin, replicas).reconcile();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The brokers do not answer, or refuse", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static UserScramCredentialAlteration credential(Map.Entry<String, String> principal) {
    return new UserScramCredentialUpsertion(
        principal.getKey(),
        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
        principal.getValue());
  }
}
