package org.crossborough.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.crossborough.local.state.Installation;
import org.junit.jupiter.api.Test;

/** What the realm holds before and after the demo identities are added. */
class RealmFileTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = Installation.find().realmFolder();

  @Test
  void the_base_realm_holds_no_person_no_secret_and_no_password_grant() throws IOException {
    JsonNode realm = JSON.readTree(FOLDER.resolve("crossborough-realm.json").toFile());

    assertThat(realm.has("users")).isFalse();
    assertThat(realm.findValues("secret")).isEmpty();
    assertThat(realm.findValues("credentials")).isEmpty();
    assertThat(realm.findValues("directAccessGrantsEnabled"))
        .isNotEmpty()
        .noneMatch(JsonNode::asBoolean);
    assertThat(realm.findValues("implicitFlowEnabled")).noneMatch(JsonNode::asBoolean);
    assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
  }

  @Test
  void nobody_of_the_demo_could_be_mistaken_for_a_real_person() throws IOException {
    assertThat(elements(demo().path("users")))
        .isNotEmpty()
        .allMatch(user -> user.path("username").asText().contains("demo-"))
        .filteredOn(user -> user.has("email"))
        .allMatch(user -> user.path("email").asText().endsWith("@example.invalid"))
        .allMatch(user -> user.path("firstName").asText().equals("Demo"));
  }

  @Test
  void the_launcher_knows_exactly_the_people_and_machines_of_the_file() throws IOException {
    Set<String> people =
        elements(demo().path("users"))
            .filter(user -> !user.has("serviceAccountClientId"))
            // Who has a second factor signs in by hand, and is not asked for tokens.
            .filter(user ->
                user.path("credentials").findValuesAsText("type").equals(List.of("password")))
            .map(user -> user.path("username").asText())
            .collect(Collectors.toSet());
    Set<String> machines =
        elements(demo().path("clients"))
            .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
            .map(client -> client.path("clientId").asText())
            .collect(Collectors.toSet());

    assertThat(namesOf(DemoIdentity.ALL.stream().filter(one -> !one.isMachine())))
        .isEqualTo(people);
    assertThat(namesOf(DemoIdentity.ALL.stream().filter(DemoIdentity::isMachine)))
        .isEqualTo(machines);
  }

  @Test
  void every_role_of_the_realm_has_somebody_in_the_demo() throws IOException {
    JsonNode realm = JSON.readTree(FOLDER.resolve("crossborough-realm.json").toFile());
    List<String> roles =
        elements(realm.path("roles").path("realm"))
            .map(role -> role.path("name").asText())
            .toList();

    assertThat(roles).hasSize(15);
    assertThat(DemoIdentity.ALL).flatExtracting(DemoIdentity::roles).containsAll(roles);
  }

  @Test
  void the_imported_realm_holds_both() throws IOException {
    JsonNode merged = JSON.readTree(new RealmFile(FOLDER).withDemoIdentities());

    assertThat(elements(merged.path("clients")).map(client -> client.path("clientId").asText()))
        .contains("admin-cli", "demo-programme-staff", "demo-borough-islington");
    assertThat(merged.path("users")).hasSameSizeAs(demo().path("users"));
  }

  private static JsonNode demo() throws IOException {
    return JSON.readTree(FOLDER.resolve("demo-identities.json").toFile());
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static Set<String> namesOf(Stream<DemoIdentity> identities) {
    return identities.map(DemoIdentity::name).collect(Collectors.toSet());
  }
}
