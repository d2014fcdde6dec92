package org.crossborough.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Examples of files. What generates the services' descriptions takes text that can be read as JSON
 * for JSON, so that a line of a file of such lines comes out as an object; it is text again here.
 */
final class FileExamples {

  private FileExamples() {}

  static void writeAsText(JsonNode node) {
    if (node.path("schema").path("type").asText().equals("string")) {
      node.path("examples").forEach(FileExamples::asLine);
    }
    node.forEach(FileExamples::writeAsText);
  }

  private static void asLine(JsonNode example) {
    if (example instanceof ObjectNode named && named.path("value").isContainerNode()) {
      named.put("value", named.path("value") + "\n");
    }
  }
}
