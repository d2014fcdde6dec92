package org.crossborough.outcomes.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.outcomes.release.FeedCell;
import org.crossborough.outcomes.release.FeedProduct;
import org.crossborough.outcomes.release.Releases;
import org.crossborough.outcomes.scope.Reader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What commissioners pull. */
@Path("/v1/feeds")
@RunOnVirtualThread
@Tag(name = "Feeds", description = "Released figures, newest first, for those who pay.")
class FeedResource {

  private static final String FEED =
      """
      {"id":"london","title":"London as a whole","area":"E12000007","policy":"NHS_1_7_R5",\
      "period":"QUARTER","sections":["referrals-by-source","men-by-programme"]}\
      """;
  private static final String CELL =
      """
      {"product":"london","area":"E12000007","period":"2026-Q1","version":1,\
      "asOf":"2026-07-14T09:00:00Z","policy":"NHS_1_7_R5","section":"men-by-programme",\
      "metric":"M-08","breakdown":"ALL","numerator":25,"denominator":30,"value":"83.3",\
      "unit":"PERCENT","suppressed":false}\
      """;
  private static final String HIDDEN =
      """
      {"product":"london","area":"E12000007","period":"2026-Q1","version":1,\
      "asOf":"2026-07-14T09:00:00Z","policy":"NHS_1_7_R5","section":"men-by-programme",\
      "metric":"M-08","breakdown":"OTHER","numerator":"*","denominator":"*","value":"*",\
      "unit":"PERCENT","suppressed":true}\
      """;

  private static final String TABLE =
      """
      product,area,period,version,asOf,policy,section,metric,breakdown,numerator,denominator,value,unit,suppressed,variant
      london,E12000007,2026-Q1,1,2026-07-14T09:00:00Z,NHS_1_7_R5,men-by-programme,M-08,ALL,25,30,83.3,PERCENT,false,
      """;
  private static final String METADATA =
      """
      {"@context":"http://www.w3.org/ns/csvw","url":"cells.csv","dc:title":"London as a whole",\
      "tableSchema":{"columns":[{"name":"product","titles":"product","datatype":"string",\
      "dc:description":"Which feed"}]}}\
      """;

  /** A product as its readers see it. */
  @Schema(name = "Feed")
  record FeedView(
      String id,
      String title,
      @Schema(description = "Absent where a reader has the choice.") @Nullable String area,
      String policy,
      @Schema(examples = "QUARTER") String period,
      List<String> sections) {

    static FeedView of(FeedProduct product, Reader reader) {
      return new FeedView(
          product.id(),
          product.title(),
          product.areaFor(reader, null).orElse(null),
          product.policy().name(),
          product.isYearly() ? "YEAR" : "QUARTER",
          product.sectionIds());
    }
  }

  /** The feeds of a reader. */
  @Schema(name = "Feeds")
  record Feeds(List<FeedView> items) {}

  private final Feed.Door door;
  private final Releases releases;
  private final FeedFile file;

  FeedResource(Feed.Door door, Releases releases, FeedFile file) {
    this.door = door;
    this.releases = releases;
    this.file = file;
  }

  @GET
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(operationId = "listFeeds", summary = "List your feeds")
  @APIResponse(
      responseCode = "200",
      description = "The same whatever was released",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Feeds.class),
              examples = @ExampleObject(name = "London", value = "{\"items\":[" + FEED + "]}")))
  public Feeds list() {
    Reader reader = door.reader();
    return new Feeds(
        Arrays.stream(FeedProduct.values())
            .filter(product -> product.isFor(reader))
            .map(product -> FeedView.of(product, reader))
            .toList());
  }

  @GET
  @Path("{product}")
  @Produces("application/json")
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(
      operationId = "readFeed",
      summary = "Read a page of a feed, newest release first",
      description =
          "Lines are never changed. Whoever keeps the ETag of the first page learns with"
              + " If-None-Match that there is nothing new, at next to no cost.")
  @APIResponse(
      responseCode = "200",
      description = "A page; hidden numbers are `*`",
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(
                      name = "a page",
                      value = "{\"items\":[" + CELL + "," + HIDDEN + "]}")))
  @APIResponse(responseCode = "304", description = "Nothing new")
  @APIResponse(responseCode = "404", description = "No feed of yours has this address")
  public Response read(
      @Parameter(description = "The feed.", example = "london") String product,
      @QueryParam("area") @Parameter(description = "A borough's code; only analysts have a choice.")
          @Nullable String area,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM) int limit,
      @Context UriInfo uri,
      @Context HttpHeaders request) {
    Feed feed = door.open(product, area);
    long below = below(cursor);
    // What stands below a place never changes; only the first page can.
    String state = cursor == null ? "" + releases.newestPlace(feed.product(), feed.area()) : cursor;
    return Freshness.of(
        request,
        "%s-%s-%d".formatted(feed.area(), state, limit),
        () -> Response.fromResponse(page(feed, below, limit, uri)));
  }

  private Response page(Feed feed, long below, int limit, UriInfo uri) {
    List<FeedCell> rows = releases.below(feed.product(), feed.area(), below, Page.rows(limit));
    return Answers.page(
        Page.of(rows, limit, FeedResource::place, cell -> CellView.of(feed, cell)), uri);
  }

  @GET
  @Path("{product}/cells.ndjson")
  @Produces("application/x-ndjson")
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(operationId = "readFeedAsLines", summary = "Download a feed, one JSON document a line")
  @APIResponse(
      responseCode = "200",
      description = "All lines, newest release first",
      content =
          @Content(
              mediaType = "application/x-ndjson",
              examples = @ExampleObject(name = "a line", value = CELL)))
  @APIResponse(responseCode = "304", description = "Nothing new")
  @APIResponse(responseCode = "404", description = "No feed of yours has this address")
  public Response readLines(
      @Parameter(description = "The feed.", example = "london") String product,
      @QueryParam("area") @Parameter(description = "A borough's code; only analysts have a choice.")
          @Nullable String area,
      @Context HttpHeaders request) {
    Feed feed = door.open(product, area);
    long newest = releases.newestPlace(feed.product(), feed.area());
    return Freshness.of(
        request,
        "%s-%d-ndjson".formatted(feed.area(), newest),
        () -> Response.ok(file.ndjson(feed, newest), "application/x-ndjson"));
  }

  @GET
  @Path("{product}/cells.csv")
  @Produces("text/csv")
  @Transactional
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(operationId = "readFeedAsTable", summary = "Download a feed as CSV")
  @APIResponse(
      responseCode = "200",
      description = "All lines, newest release first; described by its metadata",
      content =
          @Content(
              mediaType = "text/csv",
              examples = @ExampleObject(name = "a line", value = TABLE)))
  @APIResponse(responseCode = "304", description = "Nothing new")
  @APIResponse(responseCode = "404", description = "No feed of yours has this address")
  public Response readTable(
      @Parameter(description = "The feed.", example = "london") String product,
      @QueryParam("area") @Parameter(description = "A borough's code; only analysts have a choice.")
          @Nullable String area,
      @Context HttpHeaders request) {
    Feed feed = door.open(product, area);
    long newest = releases.newestPlace(feed.product(), feed.area());
    return Freshness.of(
        request,
        "%s-%d-csv".formatted(feed.area(), newest),
        () ->
            Response.ok(file.csv(feed, newest), "text/csv;charset=UTF-8;header=present")
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"%s.csv\"".formatted(feed.product().id()))
                .links(Link.fromUri("cells.csv-metadata.json").rel("describedby").build()));
  }

  @GET
  @Path("{product}/cells.csv-metadata.json")
  @Produces("application/csvm+json")
  @RolesAllowed({
    "commissioner-borough",
    "commissioner-london",
    "commissioner-national",
    "outcomes-analyst"
  })
  @Operation(
      operationId = "readFeedMetadata",
      summary = "Read what the columns of the CSV are (CSV on the Web)")
  @APIResponse(
      responseCode = "200",
      description = "The table's metadata",
      content =
          @Content(
              mediaType = "application/csvm+json",
              examples = @ExampleObject(name = "London", value = METADATA)))
  @APIResponse(responseCode = "404", description = "No feed of yours has this address")
  public Response readMetadata(
      @Parameter(description = "The feed.", example = "london") String product,
      @QueryParam("area") @Parameter(description = "A borough's code; only analysts have a choice.")
          @Nullable String area) {
    return Response.ok(FeedFile.metadata(door.open(product, area)), "application/csvm+json")
        .build();
  }

  private static UUID place(FeedCell cell) {
    return new UUID(0, cell.place());
  }

  private static long below(@Nullable String cursor) {
    UUID place = Cursor.before(cursor);
    // The start is above everything.
    return place.getMostSignificantBits() == 0 ? place.getLeastSignificantBits() : Long.MAX_VALUE;
  }
}
