package org.crossborough.local.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a process is started with. A running process started with anything else is out of date.
 *
 * @param revision any text that stands for what the command and the environment do not show, such
 *     as the content of a configuration file or the age of a build
 */
public record Launch(List<String> command, Map<String, String> environment, String revision) {

  /** Tells launches apart without keeping the passwords they may carry. */
  String fingerprint() {
    String text = command + "\n" + new TreeMap<>(environment) + "\n" + revision;
    return Fingerprint.of(text);
  }
}
