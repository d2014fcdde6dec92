package org.crossborough.outcomes.topimport;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.form.RowShape;
import org.crossborough.outcomes.ndtms.NdtmsColumns;
import org.crossborough.outcomes.topimport.RowView.Outcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Imports over HTTP: sending a file, and reading what became of its rows. */
@Path("/v1/top-imports")
@Tag(name = "TOP imports", description = "Many TOP records at once, dealt with row by row.")
@RunOnVirtualThread
class ImportResource {

  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";
  private static final int USUAL_PAGE = 20;
  private static final String CSV_EXAMPLE =
      """
      recordReference,referralId,stage,interviewDate,formVersion,substances.alcohol.total,\
      substances.opiates.weeks,qualityOfLife
      TOP-1,0197f3a0-1c00-7000-8000-000000000001,START,2026-02-01,TOP_2018_PLUS,20,7|7|7|7,9
      """;
  private static final String NDJSON_EXAMPLE =
      """
      {"recordReference":"TOP-1","referralId":"0197f3a0-1c00-7000-8000-000000000001",\
      "stage":"START","interviewDate":"2026-02-01","formVersion":"TOP_2018_PLUS",\
      "substances":{"alcohol":{"total":20}},"qualityOfLife":9}
      """;

  private final TopImports imports;
  private final ImportRows rows;
  private final NdtmsColumns ndtms;
  private final ImportConfig config;
  private final Caller caller;
  private final Clock clock;

  ImportResource(
      TopImports imports,
      ImportRows rows,
      NdtmsColumns ndtms,
      ImportConfig config,
      Caller caller,
      Clock clock) {
    this.imports = imports;
    this.rows = rows;
    this.ndtms = ndtms;
    this.config = config;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Consumes({CSV, NDJSON})
  @Transactional
  @Idempotent
  @RolesAllowed({"borough-system", "drug-alcohol-worker"})
  @Operation(
      operationId = "importTops",
      summary = "Hand in many TOPs at once",
      description =
          "Up to 5,000 rows in UTF-8. Each is checked and taken in like `POST /v1/top-records`,"
              + " after this answer. NDJSON: one form on each line. CSV: one column for each field,"
              + " named as in the form, with a dot for a field of a part"
              + " (`substances.alcohol.total`); an empty cell and `NA` are not answered, weeks are"
              + " separated by `|`. With `shape=NDTMS` the CSV has the national system's columns:"
              + " those of the TOP are read, others are passed over, and of a man who has not"
              + " consented nothing is taken. A man may be named by `clientReference` once a record"
              + " has named him so with his referral. A row that came before, by its"
              + " recordReference or else its content, is the record that it was. What a row said is"
              + " deleted as soon as it has its outcome.")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      required = true,
      description = "Your own key for this request, the same on every repeat.",
      schema = @Schema(implementation = String.class))
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "rows", value = CSV_EXAMPLE)),
        @Content(
            mediaType = NDJSON,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "rows", value = NDJSON_EXAMPLE))
      })
  @APIResponse(
      responseCode = "202",
      description = "The import; its rows will be dealt with",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ImportView.class),
              examples = @ExampleObject(name = "import", value = ImportView.EXAMPLE)))
  @APIResponse(responseCode = "400", description = "It is no such file")
  @APIResponse(responseCode = "413", description = "The file is too long")
  public Response create(
      byte[] body,
      @RestQuery
          @Parameter(
              description = "Of a CSV file: the columns of the form, or the national system's.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"OWN", "NDTMS"},
                      defaultValue = "OWN"))
          @Nullable String shape,
      @Context HttpHeaders headers) {
    String borough = borough();
    ImportFile.Format format = format(headers, shape);
    RowShape columns = format == ImportFile.Format.NDTMS ? ndtms : new FormColumns();
    ImportFile file = ImportFile.read(format, body, columns, config.mostRows());
    TopImport bulk =
        TopImport.of(
            file,
            new TopImport.Sender(borough, caller.client(), caller.name()),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    imports.persistAndFlush(bulk);
    rows.add(bulk, file.rows());
    return Response.accepted(bulk.view(rows.counts(bulk.id())))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.LOCATION, "/v1/top-imports/" + bulk.id())
        .build();
  }

  @GET
  @Transactional
  @RolesAllowed({"borough-system", "drug-alcohol-worker"})
  @Operation(operationId = "listTopImports", summary = "List your imports, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of imports",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ImportView.Listed.class),
              examples = @ExampleObject(name = "imports", value = ImportView.LISTED)))
  public Response list(
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "20"))
          @RestQuery
          @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = limit(limit);
    List<TopImport> found = imports.newestFirst(caller.client(), Cursor.before(cursor), size);
    return Answers.page(
        Page.of(found, size, TopImport::id, bulk -> bulk.view(rows.counts(bulk.id()))), request);
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({"borough-system", "drug-alcohol-worker"})
  @Operation(operationId = "getTopImport", summary = "Read how far an import is")
  @APIResponse(
      responseCode = "200",
      description = "The import",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ImportView.class),
              examples = @ExampleObject(name = "import", value = ImportView.EXAMPLE)))
  public ImportView get(UUID id) {
    TopImport bulk = imports.require(id, caller.client());
    return bulk.view(rows.counts(bulk.id()));
  }

  @GET
  @Path("{id}/rows")
  @Transactional
  @RolesAllowed({"borough-system", "drug-alcohol-worker"})
  @Operation(
      operationId = "listTopImportRows",
      summary = "List what became of the rows, in the order of the file")
  @APIResponse(
      responseCode = "200",
      description = "A page of rows",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RowView.Listed.class),
              examples = @ExampleObject(name = "rows", value = RowView.LISTED)))
  public Response rows(
      UUID id,
      @Parameter(schema = @Schema(implementation = Outcome.class)) @RestQuery
          @Nullable String status,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "20"))
          @RestQuery
          @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = limit(limit);
    TopImport bulk = imports.require(id, caller.client());
    List<RowView> found =
        rows.after(numberOf(cursor), bulk.id(), outcomeNamed(status), Page.rows(size));
    return Answers.page(
        Page.of(found, size, row -> new UUID(0, row.number()), row -> row), request);
  }

  @GET
  @Path("{id}/rows.csv")
  @Produces(CSV)
  @Transactional
  @RolesAllowed({"borough-system", "drug-alcohol-worker"})
  @Operation(
      operationId = "downloadTopImportRows",
      summary = "Download what became of the rows, for a spreadsheet",
      description = "Text that a spreadsheet would take for a formula begins with an apostrophe.")
  @APIResponse(
      responseCode = "200",
      description = "All rows, in the order of the file",
      content =
          @Content(
              mediaType = CSV,
              schema = @Schema(type = SchemaType.STRING),
              examples =
                  @ExampleObject(
                      name = "rows",
                      value =
                          """
                          number,outcome,recordReference,topRecordId,problem,violations
                          1,CREATED,TOP-1,0197f3a0-1c00-7000-8000-000000000002,,
                          """)))
  public String download(UUID id) {
    TopImport bulk = imports.require(id, caller.client());
    return ResultsCsv.of(rows.after(0, bulk.id(), null, config.mostRows()));
  }

  private String borough() {
    String borough = caller.borough();
    if (borough == null) {
      throw RequestProblem.FORBIDDEN.because("The token names no borough.");
    }
    return borough;
  }

  private static ImportFile.Format format(HttpHeaders headers, @Nullable String shape) {
    @Nullable MediaType type = headers.getMediaType();
    if (type == null) {
      throw RequestProblem.UNSUPPORTED_MEDIA_TYPE.because("Say text/csv or application/x-ndjson.");
    }
    String charset = type.getParameters().getOrDefault("charset", "utf-8");
    if (!charset.toLowerCase(Locale.ROOT).equals("utf-8")) {
      throw RequestProblem.UNSUPPORTED_MEDIA_TYPE.because("Send the file in UTF-8.");
    }
    boolean national = "NDTMS".equals(shape);
    if (shape != null && !national && !shape.equals("OWN")) {
      throw refused("shape", "UNKNOWN", "is OWN or NDTMS");
    }
    if (!type.getSubtype().equals("csv")) {
      return ImportFile.Format.NDJSON;
    }
    return national ? ImportFile.Format.NDTMS : ImportFile.Format.CSV;
  }

  private static int limit(@Nullable String limit) {
    if (limit == null) {
      return USUAL_PAGE;
    }
    int size = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
    if (size < 1 || size > Page.MAXIMUM) {
      throw refused("limit", "OUT_OF_RANGE", "must be from 1 to " + Page.MAXIMUM);
    }
    return size;
  }

  private static HttpProblem refused(String field, String code, String message) {
    return RequestProblem.INVALID.of(List.of(new Violation(field, code, message)));
  }

  /** A cursor of this list holds the number of a row. */
  private static int numberOf(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    UUID place = Cursor.before(cursor);
    long number = place.getLeastSignificantBits();
    if (place.getMostSignificantBits() != 0 || number < 0 || number > Integer.MAX_VALUE) {
      throw RequestProblem.INVALID_CURSOR.because("Use a cursor exactly as it was returned.");
    }
    return (int) number;
  }

  private static @Nullable Outcome outcomeNamed(@Nullable String name) {
    if (name == null) {
      return null;
    }
    for (Outcome outcome : Outcome.values()) {
      if (outcome.name().equals(name)) {
        return outcome;
      }
    }
    throw refused("status", "UNKNOWN", "is no outcome of a row");
  }
}
