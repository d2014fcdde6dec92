package org.crossborough.outcomes.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.feed.Feed;
import org.crossborough.outcomes.feed.Freshness;
import org.crossborough.outcomes.release.FeedProduct;
import org.crossborough.outcomes.release.ReportingPeriod;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Returns: made once, read for ever. */
@Path("/v1/returns")
@RunOnVirtualThread
@Tag(name = "Returns", description = "Frozen, signed figures of a period, with a report of them.")
class ReturnResource {

  private static final String ORDER = "{\"product\":\"london\",\"period\":\"2026-Q1\"}";
  private static final String RETURN =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000004","product":"london","area":"E12000007",\
      "period":"2026-Q1","version":1,"policy":"NHS_1_7_R5","asOf":"2026-07-14T09:00:00Z",\
      "frozenAt":"2026-07-15T09:00:00Z",\
      "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
      "signature":"eyJhbGciOiJFZERTQSJ9..c2lnbmF0dXJl"}\
      """;

  private static final String DOCUMENT =
      """
      {"product":"london","area":"E12000007","period":"2026-Q1","version":1,\
      "asOf":"2026-07-14T09:00:00Z","policy":"NHS_1_7_R5",\
      "frozenAt":"2026-07-15T09:00:00Z","cells":[\
      {"product":"london","area":"E12000007","period":"2026-Q1","version":1,\
      "asOf":"2026-07-14T09:00:00Z","policy":"NHS_1_7_R5",\
      "section":"men-by-programme","metric":"M-08","breakdown":"ALL","numerator":25,\
      "denominator":30,"value":"83.3","unit":"PERCENT","suppressed":false}\
      ]}\
      """;

  /**
   * What to freeze.
   *
   * @param reason why the last version is replaced; the first has none
   */
  @Schema(name = "FreezeReturn")
  record FreezeReturnForm(
      @NotNull @Schema(examples = "london") String product,
      @NotNull @Schema(examples = "2026-Q1") String period,
      @Nullable @Schema(description = "The borough, of the product `borough`.") String area,
      @Nullable @Schema(description = "Why the last version is replaced; the first has none.")
          CorrectionReason reason) {}

  /** A return as its readers see it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Return")
  record ReturnView(
      UUID id,
      String product,
      String area,
      String period,
      int version,
      String policy,
      Instant asOf,
      Instant frozenAt,
      @Nullable CorrectionReason reason,
      @Schema(description = "Of the document's bytes, in hexadecimal digits.") String sha256,
      @Schema(description = "Detached JWS (RFC 7515, RFC 7797) over the document's bytes.")
          String signature) {

    static ReturnView of(FrozenReturn it) {
      return new ReturnView(
          it.id(),
          it.product(),
          it.area(),
          it.period(),
          it.version(),
          it.policy(),
          it.asOf(),
          it.frozenAt(),
          it.reason(),
          it.checksum(),
          it.signature());
    }
  }

  /** Public keys (RFC 7517). */
  @Schema(name = "ReturnKeys")
  record Keys(List<Map<String, String>> keys) {}

  private final FreezeReturn freeze;
  private final FrozenReturns returns;
  private final SigningKeys keys;
  private final Feed.Door door;
  private final Asked asked;

  ReturnResource(
      FreezeReturn freeze, FrozenReturns returns, SigningKeys keys, Feed.Door door, Asked asked) {
    this.freeze = freeze;
    this.returns = returns;
    this.keys = keys;
    this.door = door;
    this.asked = asked;
  }

  /** By whom, and when. */
  @RequestScoped
  static class Asked {

    private final Caller caller;
    private final Clock clock;

    Asked(Caller caller, Clock clock) {
      this.caller = caller;
      this.clock = clock;
    }

    String by() {
      return caller.name();
    }

    Instant at() {
      return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
  }

  @POST
  @Idempotent
  @Transactional
  @RolesAllowed("outcomes-analyst")
  @Operation(
      operationId = "freezeReturn",
      summary = "Freeze the newest release of a period as a return",
      description = "A return is never changed. A later version says why it replaces the last.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FreezeReturnForm.class),
              examples = @ExampleObject(name = "a quarter of London", value = ORDER)))
  @APIResponse(
      responseCode = "201",
      description = "Frozen and signed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReturnView.class),
              examples = @ExampleObject(name = "a quarter of London", value = RETURN)))
  @APIResponse(
      responseCode = "409",
      description = "The period was not released, or not since the last version")
  public Response freeze(@NotNull @Valid FreezeReturnForm form) {
    FeedProduct product = FeedProduct.named(form.product()).orElseThrow(() -> invalid("product"));
    String area = product.areaFor(door.reader(), form.area()).orElseThrow(() -> invalid("area"));
    ReportingPeriod period =
        ReportingPeriod.named(form.period()).orElseThrow(() -> invalid("period"));
    FrozenReturn frozen =
        freeze.freeze(new Feed(product, area), period, form.reason(), asked.by(), asked.at());
    return Answers.created("/v1/returns/" + frozen.id(), frozen.version(), ReturnView.of(frozen));
  }

  @GET
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(operationId = "listReturns", summary = "List a feed's returns, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of returns, every version",
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "returns", value = "{\"items\":[" + RETURN + "]}")))
  @APIResponse(responseCode = "404", description = "No feed of yours has this name")
  public Response list(
      @QueryParam("product") @NotNull @Parameter(description = "The feed.", example = "london")
          String product,
      @QueryParam("area") @Parameter(description = "A borough's code; only analysts have a choice.")
          @Nullable String area,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @Context UriInfo uri) {
    List<FrozenReturn> rows =
        returns.page(door.open(product, area), Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(rows, limit, FrozenReturn::id, ReturnView::of), uri);
  }

  @GET
  @Path("keys")
  @Produces("application/json")
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(operationId = "listReturnKeys", summary = "Read the public keys of the signatures")
  @APIResponse(
      responseCode = "200",
      description = "A JSON Web Key Set: every key that ever signed, the newest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Keys.class),
              examples =
                  @ExampleObject(
                      name = "keys",
                      value =
                          """
                          {"keys":[{"kty":"OKP","crv":"Ed25519","use":"sig","alg":"EdDSA",\
                          "kid":"1Yk0Z3nAbd2Yq0aS",\
                          "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}\
                          """)))
  public Keys listKeys() {
    return new Keys(keys.published());
  }

  @GET
  @Path("{id}")
  @Produces("application/json")
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(operationId = "readReturn", summary = "Read about a return")
  @APIResponse(
      responseCode = "200",
      description = "The return, but for its bytes",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReturnView.class),
              examples = @ExampleObject(name = "return", value = RETURN)))
  @APIResponse(responseCode = "404", description = "No return of yours has this id")
  public Response read(@Parameter(description = "The return's id.") UUID id) {
    FrozenReturn it = mine(id);
    return Answers.ok(it.version(), ReturnView.of(it));
  }

  @GET
  @Path("{id}/document")
  @Produces("application/json")
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(
      operationId = "readReturnDocument",
      summary = "Download a return's bytes",
      description = "The same for ever; their SHA-256 is the ETag and the Repr-Digest (RFC 9530).")
  @APIResponse(
      responseCode = "200",
      description = "The bytes that were signed",
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "a quarter of London", value = DOCUMENT)))
  @APIResponse(responseCode = "304", description = "You have them")
  @APIResponse(responseCode = "404", description = "No return of yours has this id")
  public Response readDocument(
      @Parameter(description = "The return's id.") UUID id, @Context HttpHeaders request) {
    FrozenReturn it = mine(id);
    String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(it.checksum()));
    return Freshness.of(
        request,
        it.checksum(),
        () ->
            Response.ok(returns.document(id), "application/json")
                .header("Repr-Digest", "sha-256=:%s:".formatted(digest)));
  }

  @GET
  @Path("{id}/report.pdf")
  @Produces("application/pdf")
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(
      operationId = "readReturnReport",
      summary = "Download a return as a report for a board")
  @APIResponse(
      responseCode = "200",
      description = "Tagged PDF with charts and their tables, the same for ever",
      content =
          @Content(
              mediaType = "application/pdf",
              examples = @ExampleObject(name = "how its bytes begin", value = "%PDF-1.7")))
  @APIResponse(responseCode = "304", description = "You have it")
  @APIResponse(responseCode = "404", description = "No return of yours has this id")
  public Response readReport(
      @Parameter(description = "The return's id.") UUID id, @Context HttpHeaders request) {
    FrozenReturn it = mine(id);
    return Freshness.of(
        request,
        it.checksum() + "-report",
        () ->
            Response.ok(returns.report(id), "application/pdf")
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"%s-%s-v%d.pdf\""
                        .formatted(it.product(), it.period(), it.version())));
  }

  private FrozenReturn mine(UUID id) {
    return returns
        .find(id)
        .filter(it ->
            FeedProduct.named(it.product())
                .flatMap(product -> product.areaFor(door.reader(), it.area()))
                .isPresent())
        .orElseThrow(() -> ReturnProblem.NOT_FOUND.because("No return of yours has this id."));
  }

  private static RuntimeException invalid(String field) {
    return RequestProblem.INVALID.of(
        List.of(new Violation(field, "NOT_OFFERED", "No return is made of it.")));
  }
}
