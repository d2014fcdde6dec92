package org.crossborough.outcomes.ndtms;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The records of a period in the shape of the national file. */
@Path("/v1/top-records/ndtms.csv")
@RunOnVirtualThread
@Tag(name = "TOP records", description = "Treatment Outcomes Profiles as keyworkers send them.")
class NdtmsExportResource {

  private static final String CSV = "text/csv";
  private static final int ROWS_AT_ONCE = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String EXAMPLE =
      """
      "AGNCY","CLIENTID","CONSENT","TOPDATE","TOPID","TRSTAGE","ALCUSE"
      "DEMO1","C-17","Y","2026-02-01","TOP-1","S","20"
      "DEMO1","C-18","N","","","",""
      """;

  private final NdtmsRows rows;
  private final NdtmsColumns columns;

  NdtmsExportResource(NdtmsRows rows, NdtmsColumns columns) {
    this.rows = rows;
    this.columns = columns;
  }

  @GET
  @Produces(CSV)
  @RolesAllowed({"drug-alcohol-worker", "borough-system"})
  @Operation(
      operationId = "exportTopsForNdtms",
      summary = "Download the TOPs of a period in the national system's shape",
      description =
          "Every field is quoted; `NA` was not answered or not asked. Of a man who has not"
              + " consented only agency, client and the flag are there. Superseded records are not."
              + " Text that a spreadsheet would take for a formula begins with an apostrophe.")
  @APIResponse(
      responseCode = "200",
      description = "The records in the order in which they came in",
      content =
          @Content(
              mediaType = CSV,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "rows", value = EXAMPLE)))
  @APIResponse(responseCode = "400", description = "A day is missing or is none")
  public Response export(
      @RestQuery
          @Parameter(
              description = "The first day of interviews.",
              required = true,
              example = "2026-01-01")
          @Nullable String from,
      @RestQuery
          @Parameter(
              description = "The last day of interviews.",
              required = true,
              example = "2026-03-31")
          @Nullable String to) {
    LocalDate first = day("from", from);
    LocalDate last = day("to", to);
    StreamingOutput output = stream -> write(stream, first, last);
    String name =
        "%s-%s-TREAT-IN.csv"
            .formatted(
                first.format(DateTimeFormatter.BASIC_ISO_DATE),
                last.format(DateTimeFormatter.BASIC_ISO_DATE));
    return Response.ok(output, CSV + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  /** A page at a time, each in a transaction of its own: memory does not grow with the file. */
  private void write(OutputStream stream, LocalDate from, LocalDate to) throws IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .lineDelimiter(LineDelimiter.LF)
            .build(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    csv.writeRecord(columns.header());
    UUID after = BEFORE_ALL;
    List<NdtmsRows.Row> page = page(after, from, to);
    while (!page.isEmpty()) {
      page.forEach(row -> csv.writeRecord(row.cells()));
      after = page.getLast().id();
      page = page.size() < ROWS_AT_ONCE ? List.of() : page(after, from, to);
    }
    csv.flush();
  }

  private List<NdtmsRows.Row> page(UUID after, LocalDate from, LocalDate to) {
    return QuarkusTransaction.requiringNew().call(() -> rows.after(after, from, to, ROWS_AT_ONCE));
  }

  private static LocalDate day(String field, @Nullable String day) {
    try {
      if (day != null && day.length() == 10) {
        return LocalDate.parse(day);
      }
    } catch (DateTimeParseException illegible) {
      // Refused below like a day that is missing.
    }
    throw RequestProblem.INVALID.of(
        List.of(new Violation(field, "FORMAT", "must be a date such as 2026-02-01")));
  }
}
