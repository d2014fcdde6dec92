package org.crossborough.referral.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.referral.bulkimport.ImportFile.Format;
import org.crossborough.referral.bulkimport.ImportFile.Row;
import org.crossborough.referral.lifecycle.ReferMan;
import org.junit.jupiter.api.Test;

class ImportFileTest {

  private static final FormColumns COLUMNS = FormColumns.of(ReferMan.form());
  private static final String HEADER = String.join(",", COLUMNS.required());

  @Test
  void the_settings_are_those_that_were_agreed() {
    ImportConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ImportConfig.class)
            .build()
            .getConfigMapping(ImportConfig.class);

    assertThat(config.mostRows()).isEqualTo(5000);
    assertThat(config.rowsPerTransaction()).isEqualTo(20);
    assertThat(config.lease()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.keepFor()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void there_is_a_column_for_each_field_of_the_form() {
    assertThat(COLUMNS.names())
        .contains("externalReference", "client.givenName", "client.nhsNumber", "riskNotes");
    assertThat(COLUMNS.required())
        .contains("externalReference", "client.givenName", "consentToReferral")
        .doesNotContain("client.nhsNumber", "riskNotes", "client");
  }

  @Test
  void a_row_becomes_the_form_it_stands_for() throws IOException {
    String file =
        """
        %s,client.phone
        ISL-1%s,
        """
            .formatted(HEADER, cells());

    Row row = csv(file).getFirst();

    JsonNode form = new ObjectMapper().readTree(row.content());
    assertThat(form.path("externalReference").asText()).isEqualTo("ISL-1");
    assertThat(form.path("client").path("givenName").isTextual()).isTrue();
    assertThat(form.path("client").has("phone")).as("an empty cell").isFalse();
    assertThat(form.path("consentToReferral").isBoolean()).isTrue();
  }

  @Test
  void a_mark_of_byte_order_and_any_line_ends_are_put_up_with() {
    String file = "\uFEFF" + HEADER + "\r\nISL-1" + cells() + "\r\nISL-2" + cells() + "\r\n\r\n";

    assertThat(csv(file)).extracting(Row::number).containsExactly(1, 2);
  }

  @Test
  void quotes_keep_commas_line_ends_and_quotes() throws IOException {
    Row row = csv(HEADER + "\n\"I,S\"\"L\n1\"" + cells()).getFirst();

    assertThat(new ObjectMapper().readTree(row.content()).path("externalReference").asText())
        .isEqualTo("I,S\"L\n1");
  }

  @Test
  void a_row_with_too_few_or_too_many_cells_is_at_fault_alone() {
    List<Row> rows = csv(HEADER + "\nshort\nISL-2" + cells() + "\nISL-3" + cells() + ",more");

    assertThat(rows).extracting(row -> row.fault() == null).containsExactly(false, true, false);
    assertThat(faultOf(rows.getFirst())).isEqualTo("CELL_COUNT");
  }

  @Test
  void a_quote_that_is_never_closed_spoils_the_file() {
    assertThatThrownBy(() -> csv(HEADER + "\nISL-1" + cells() + "\n\"ISL-2" + cells()))
        .isInstanceOf(HttpProblem.class)
        .hasFieldOrPropertyWithValue("statusCode", 400);
  }

  @Test
  void a_row_longer_than_any_form_is_at_fault() {
    String file = HEADER + "\n" + "x".repeat(ImportFile.LONGEST_ROW) + cells();

    assertThat(faultOf(csv(file).getFirst())).isEqualTo("TOO_LONG");
  }

  @Property
  void no_text_at_all_does_worse_than_be_refused(@ForAll String text) {
    for (Format format : Format.values()) {
      for (String file : List.of(text, HEADER + "\n" + text)) {
        try {
          assertThat(read(format, file)).isNotEmpty();
        } catch (HttpProblem refused) {
          assertThat(refused.getStatusCode()).isEqualTo(400);
        }
      }
    }
  }

  @Property
  void no_bytes_at_all_do_worse_than_be_refused(@ForAll byte[] bytes) {
    for (Format format : Format.values()) {
      try {
        assertThat(ImportFile.read(format, bytes, COLUMNS, 10).rows()).isNotEmpty();
      } catch (HttpProblem refused) {
        assertThat(refused.getStatusCode()).isBetween(400, 413);
      }
    }
  }

  private static String faultOf(Row row) {
    Violation fault = row.fault();
    return fault == null ? "" : fault.code();
  }

  private static List<Row> csv(String text) {
    return read(Format.CSV, text);
  }

  private static List<Row> read(Format format, String text) {
    return ImportFile.read(format, text.getBytes(StandardCharsets.UTF_8), COLUMNS, 5000).rows();
  }

  /** Something in every required column after the first. */
  private static String cells() {
    return ",true".repeat(COLUMNS.required().size() - 1);
  }
}
