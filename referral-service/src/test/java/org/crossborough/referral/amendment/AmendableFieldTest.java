package org.crossborough.referral.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.referral.source.DraftReferral;
import org.junit.jupiter.api.Test;

class AmendableFieldTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SECTIONS =
      List.of("client", "children", "interpreter", "equality");

  @Test
  void every_field_of_the_form_can_be_amended_except_what_it_is_known_by_and_agreed_to() {
    Set<String> others = new HashSet<>(form());
    others.removeAll(AmendableField.PATHS);

    assertThat(others)
        .containsExactlyInAnyOrder(
            "externalReference",
            "referringBoroughCode",
            "referralDate",
            "screeningId",
            "consentToReferral",
            "confidentialityExplained");
    assertThat(form()).containsAll(AmendableField.PATHS);
  }

  @Test
  void what_identifies_the_man_can_be_amended() {
    assertThat(AmendableField.PATHS).containsAll(AmendReferral.IDENTITY);
  }

  @Test
  void a_value_is_put_taken_out_and_found() throws JsonProcessingException {
    ObjectNode form = (ObjectNode) JSON.readTree("{\"client\":{\"phone\":\"1\"}}");

    AmendableField.put(form, "children.cpPlan", JSON.readTree("\"YES\""));
    AmendableField.put(form, "mandate", JSON.readTree("\"COURT\""));
    AmendableField.put(form, "client.phone", JSON.nullNode());

    assertThat(form)
        .isEqualTo(JSON.readTree("{\"children\":{\"cpPlan\":\"YES\"},\"mandate\":\"COURT\"}"));
    assertThat(AmendableField.in(form, "children.cpPlan")).isEqualTo(JSON.readTree("\"YES\""));
    assertThat(AmendableField.in(form, "client.phone")).isNull();
  }

  private static Set<String> form() {
    return components(DraftReferral.class).stream()
        .flatMap(component ->
            SECTIONS.contains(component.getName())
                ? components(component.getType()).stream()
                    .map(field -> component.getName() + "." + field.getName())
                : Stream.of(component.getName()))
        .collect(Collectors.toSet());
  }

  private static List<RecordComponent> components(Class<?> type) {
    return Arrays.asList(type.getRecordComponents());
  }
}
