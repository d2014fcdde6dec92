package org.crossborough.chassis.sample;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ReferralEvent.ReferralTriaged;

/** Uses everything the chassis offers over HTTP. */
@Path("/notes")
@RunOnVirtualThread
class NoteResource {

  record WriteNote(
      @NotNull String boroughCode, @NotBlank @Size(max = 40) String text, @Valid Author author) {}

  record Author(@NotBlank String name) {}

  record Heading(@NotBlank String text) {}

  record NoteView(UUID id, String text) {}

  private final Notes notes;
  private final Outbox outbox;
  private final Clock clock;

  NoteResource(Notes notes, Outbox outbox, Clock clock) {
    this.notes = notes;
    this.outbox = outbox;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @Transactional
  @RolesAllowed({"borough-system", "referral-coordinator"})
  public Response write(@Valid WriteNote request) throws SQLException {
    UUID id = Ids.next();
    notes.add(id, request.boroughCode(), request.text());
    outbox.publish(new ReferralTriaged(id, clock.instant()));
    if (request.text().equals("fails at the end")) {
      throw new IllegalStateException("a detail nobody may see");
    }
    return Answers.created("/notes/" + id, 0, new NoteView(id, request.text()));
  }

  @GET
  @Transactional
  @RolesAllowed({"borough-system", "referral-coordinator"})
  public List<String> all() throws SQLException {
    return notes.all();
  }

  @PUT
  @Path("/version-seven")
  @Transactional
  @RolesAllowed("referral-coordinator")
  public void change(@Context HttpHeaders headers) {
    EntityVersion.require(headers, 7);
  }

  @PUT
  @Path("/heading")
  @RolesAllowed("referral-coordinator")
  public void head(@NotNull @Valid Heading heading) {}
}
