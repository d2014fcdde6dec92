package org.crossborough.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.crossborough.gateway.routing.Upstream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The description that was built, against those the services have committed. */
class MergedDescriptionContractTest {

  private static JsonNode merged;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream built =
        MergedDescriptionContractTest.class.getResourceAsStream("/crossborough/openapi.json")) {
      merged = new JsonMapper().readTree(Objects.requireNonNull(built));
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_operation_of_every_service_is_described(Upstream upstream) {
    ServiceDescription.read(Path.of(System.getProperty("crossborough.descriptions")), upstream)
        .operations()
        .keySet()
        .forEach(operation -> {
          String[] parts = operation.split(" ", 2);
          assertThat(merged.path("paths").path(parts[1]).has(parts[0])).as(operation).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void every_path_of_a_service_is_routed_to_it(Upstream upstream) {
    Set<String> paths = new HashSet<>();
    ServiceDescription.read(Path.of(System.getProperty("crossborough.descriptions")), upstream)
        .paths()
        .fieldNames()
        .forEachRemaining(paths::add);

    assertThat(paths)
        .isNotEmpty()
        .allMatch(path ->
            upstream.prefixes().stream()
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/")));
  }

  @Test
  void every_reference_leads_somewhere() {
    List<String> references = merged.findValuesAsText("$ref");

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(reference -> {
          assertThat(reference).startsWith("#/");
          assertThat(merged.at(reference.substring(1)).isMissingNode()).isFalse();
        });
  }

  @Test
  void operation_ids_are_unique() {
    assertThat(merged.path("paths").findValuesAsText("operationId")).doesNotHaveDuplicates();
  }
}
