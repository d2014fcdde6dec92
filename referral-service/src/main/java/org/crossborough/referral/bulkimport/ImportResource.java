package org.crossborough.referral.bulkimport;

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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.bulkimport.RowView.Outcome;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.lifecycle.ReferMan;
import org.crossborough.referral.source.Sender;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
@Path("/v1/referral-imports")
@Tag(name = "Referral imports", description = "Many referrals at once, dealt with row by row.")
@RunOnVirtualThread
class ImportResource {

  private static final FormColumns COLUMNS = FormColumns.of(ReferMan.form());
  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";

  private static final String CSV_EXAMPLE =
      """
      externalReference,referringBoroughCode,referralDate,referrerType,referrerOrganisation,referrerName,referrerContact,screeningId,\
      client.givenName,client.familyName,client.dateOfBirth,client.sex,client.residenceBoroughCode,\
      treatmentProvider,treatmentEpisodeRef,keyworker,mainSubstance,consentToReferral,confidentialityExplained
      ISL-0001,E09000019,2026-01-06,DRUG_SERVICE,Demo treatment service,Demo Keyworker,keyworker@example.invalid,\
      0197f3a0-1c00-7000-8000-000000000004,Demo,Example,1985-03-02,M,E09000019,\
      Demo treatment service,EP-1,Demo Keyworker,ALCOHOL,true,true
      """;
  private static final String NDJSON_EXAMPLE =
      """
      {"externalReference":"ISL-0001","referringBoroughCode":"E09000019",\
      "referralDate":"2026-01-06","referrerType":"DRUG_SERVICE",\
      "referrerOrganisation":"Demo treatment service","referrerName":"Demo Keyworker",\
      "referrerContact":"keyworker@example.invalid",\
      "screeningId":"0197f3a0-1c00-7000-8000-000000000004",\
      "client":{"givenName":"Demo","familyName":"Example","dateOfBirth":"1985-03-02","sex":"M",\
      "residenceBoroughCode":"E09000019"},"treatmentProvider":"Demo treatment service",\
      "treatmentEpisodeRef":"EP-1","keyworker":"Demo Keyworker",\
      "mainSubstance":"ALCOHOL","consentToReferral":true,\
      "confidentialityExplained":true}
      """;

  private final ReferralImports imports;
  private final ImportRows rows;
  private final Caller caller;
  private final Clock clock;
  private final ImportConfig config;

  ImportResource(
      ReferralImports imports, ImportRows rows, Caller caller, Clock clock, ImportConfig config) {
    this.imports = imports;
    this.rows = rows;
    this.caller = caller;
    this.clock = clock;
    this.config = config;
  }

  @POST
  @Consumes({CSV, NDJSON})
  @Transactional
  @Idempotent
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(
      operationId = "importReferrals",
      summary = "Refer many men at once",
      description =
          "Up to 5,000 rows in UTF-8. Each is checked and referred like `POST /v1/referrals`, after"
              + " this answer. NDJSON: one form on each line. CSV: one column for each field, named"
              + " as in the form, with a dot for a field of a part (`client.givenName`); an empty"
              + " cell is an absent field, codes of a list are separated by `|`. A row whose"
              + " externalReference and screening came before is the referral that it was. What a"
              + " row said is deleted as soon as it has its outcome.")
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
  @APIResponse(
      responseCode = "413",
      description = "The file is too long",
      content = @Content(mediaType = "application/problem+json"))
  public Response create(byte[] body, @Context HttpHeaders headers) {
    Sender owner = owner();
    String borough = String.valueOf(owner.borough());
    ImportFile file = ImportFile.read(format(headers), body, COLUMNS, config.mostRows());
    ReferralImport bulk =
        ReferralImport.of(file, borough, owner.client(), Occasion.of(clock, caller));
    imports.persistAndFlush(bulk);
    rows.add(bulk, file.rows());
    return Response.accepted(bulk.view(rows.counts(bulk.id())))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.LOCATION, "/v1/referral-imports/" + bulk.id())
        .build();
  }

  @GET
  @Transactional
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(operationId = "listReferralImports", summary = "List your imports, newest first")
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
    int size = PageSize.of(limit);
    List<ReferralImport> found = imports.newestFirst(owner(), Cursor.before(cursor), size);
    return Answers.page(
        Page.of(found, size, ReferralImport::id, bulk -> bulk.view(rows.counts(bulk.id()))),
        request);
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(operationId = "getReferralImport", summary = "Read how far an import is")
  @APIResponse(
      responseCode = "200",
      description = "The import",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ImportView.class),
              examples = @ExampleObject(name = "import", value = ImportView.EXAMPLE)))
  public ImportView get(UUID id) {
    ReferralImport bulk = imports.require(id, owner());
    return bulk.view(rows.counts(bulk.id()));
  }

  @GET
  @Path("{id}/rows")
  @Transactional
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(
      operationId = "listReferralImportRows",
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
    int size = PageSize.of(limit);
    ReferralImport bulk = imports.require(id, owner());
    List<RowView> found =
        rows.after(numberOf(cursor), bulk.id(), outcomeNamed(status), Page.rows(size));
    return Answers.page(
        Page.of(found, size, row -> new UUID(0, row.number()), row -> row), request);
  }

  @GET
  @Path("{id}/rows.csv")
  @Produces(CSV)
  @Transactional
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(
      operationId = "downloadReferralImportRows",
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
                          number,outcome,externalReference,referralId,problem,violations
                          1,CREATED,ISL-0001,0197f3a0-1c00-7000-8000-000000000001,,
                          """)))
  public String download(UUID id) {
    ReferralImport bulk = imports.require(id, owner());
    return ResultsCsv.of(rows.after(0, bulk.id(), null, config.mostRows()));
  }

  private Sender owner() {
    if (caller.borough() == null) {
      throw RequestProblem.FORBIDDEN.because("The token names no borough.");
    }
    return new Sender(caller.client(), caller.borough());
  }

  private static ImportFile.Format format(HttpHeaders headers) {
    @Nullable MediaType type = headers.getMediaType();
    if (type == null) {
      throw RequestProblem.UNSUPPORTED_MEDIA_TYPE.because("Say text/csv or application/x-ndjson.");
    }
    String charset = type.getParameters().getOrDefault("charset", "utf-8");
    if (!charset.toLowerCase(Locale.ROOT).equals("utf-8")) {
      throw RequestProblem.UNSUPPORTED_MEDIA_TYPE.because("Send the file in UTF-8.");
    }
    return type.getSubtype().equals("csv") ? ImportFile.Format.CSV : ImportFile.Format.NDJSON;
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
    Findings findings = new Findings();
    findings.when(true, "status", "UNKNOWN", "is no outcome of a row");
    findings.refuse();
    return null;
  }
}
