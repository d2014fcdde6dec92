package org.crossborough.referral.changefeed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.PageSize;
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

/** The change feed over HTTP: read a page, keep its cursor, go on from there whenever. */
@Path("/v1/referral-changes")
@Tag(name = "Referral changes", description = "Every change, once, in order.")
@RunOnVirtualThread
class ChangeFeedResource {

  static final String EXAMPLE =
      """
      {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000009",
         "referralId":"0197f3a0-1c00-7000-8000-000000000001","type":"referral.received",
         "boroughStatus":"RECEIVED","occurredAt":"2026-01-06T09:00:00Z"}],
       "next":"AQGX86AcAHAAgAAAAAAAAAk"}
      """;

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int LONGEST_WAIT = 20;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final Changes changes;
  private final Caller caller;

  ChangeFeedResource(Changes changes, Caller caller) {
    this.changes = changes;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(
      operationId = "listReferralChanges",
      summary = "Follow the changes of referrals, oldest first",
      description =
          "Without `after` it begins with the first change there ever was. `next` is always there;"
              + " keep it and go on from it at any later time. What was changed is read from the"
              + " referral itself.")
  @APIResponse(
      responseCode = "200",
      description = "The changes after the cursor; none when nothing has happened since",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ChangePage.class),
              examples = @ExampleObject(name = "changes", value = EXAMPLE)))
  public Response list(
      @Parameter(description = "`next` of the page read last") @RestQuery @Nullable String after,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "20"))
          @RestQuery
          @Nullable String limit,
      @Parameter(
              description = "Seconds to wait for a change when there is none",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "0",
                      maximum = "20",
                      defaultValue = "0"))
          @RestQuery
          @Nullable String wait)
      throws InterruptedException {
    int size = PageSize.of(limit);
    UUID last = after == null ? BEFORE_ALL : Cursor.before(after);
    long patience = System.nanoTime() + Duration.ofSeconds(seconds(wait)).toNanos();
    List<Change> found = read(last, size);
    while (found.isEmpty() && System.nanoTime() < patience) {
      // Between looks no connection is held: many may wait.
      Thread.sleep(LOOK_AGAIN);
      found = read(last, size);
    }
    String next = Cursor.after(found.isEmpty() ? last : found.getLast().id());
    String link = "</v1/referral-changes?after=%s&limit=%d>; rel=\"next\"".formatted(next, size);
    return Response.ok(new ChangePage(found, next)).header(HttpHeaders.LINK, link).build();
  }

  private List<Change> read(UUID last, int size) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          changes.place();
          return changes.after(position(last), caller.scope(), size);
        });
  }

  /** A cursor is the id of a change: a number would tell how much others refer. */
  private long position(UUID last) {
    return last.equals(BEFORE_ALL)
        ? Changes.BEGINNING
        : changes
            .positionOf(last)
            .orElseThrow(() ->
                RequestProblem.INVALID_CURSOR.because("Use a cursor exactly as it was returned."));
  }

  private static int seconds(@Nullable String wait) {
    boolean legible = wait == null || wait.matches("[0-9]{1,2}");
    int seconds = wait == null || !legible ? 0 : Integer.parseInt(wait);
    Findings findings = new Findings();
    findings.when(
        !legible || seconds > LONGEST_WAIT, "wait", "RANGE", "must be 0 to " + LONGEST_WAIT);
    findings.refuse();
    return seconds;
  }

  /**
   * A page of the feed.
   *
   * @param next where to go on; also on an empty page
   */
  @Schema(name = "ReferralChangePage")
  record ChangePage(List<Change> items, String next) {}
}
