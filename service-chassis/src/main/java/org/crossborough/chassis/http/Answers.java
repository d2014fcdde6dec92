package org.crossborough.chassis.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The shapes of a successful answer, so that all services give them alike. */
public final class Answers {

  private Answers() {}

  /** 201 for something new at {@code path}, which is relative to the host the caller used. */
  public static Response created(String path, long version, Object view) {
    // As text: a URI would be resolved against the inner host.
    return versioned(Response.status(201), version, view)
        .header(HttpHeaders.LOCATION, path)
        .build();
  }

  /** 200 with the version that a later change must name. */
  public static Response ok(long version, Object view) {
    return versioned(Response.ok(), version, view).build();
  }

  /** 200 with a page, and a {@code Link} to the next one (RFC 8288). */
  public static Response page(Page<?> page, UriInfo request) {
    return page(page, page.next(), request);
  }

  /** The same for a page that says more than what is on it. */
  public static Response page(Object page, @Nullable String cursor, UriInfo request) {
    Response.ResponseBuilder answer = Response.ok(page, MediaType.APPLICATION_JSON_TYPE);
    if (cursor != null) {
      UriBuilder next = request.getRequestUriBuilder().replaceQueryParam("cursor", cursor);
      String target = next.build().getRawPath() + "?" + next.build().getRawQuery();
      answer.header(HttpHeaders.LINK, "<" + target + ">; rel=\"next\"");
    }
    return answer.build();
  }

  private static Response.ResponseBuilder versioned(
      Response.ResponseBuilder answer, long version, Object view) {
    return answer
        .entity(view)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.ETAG, EntityVersion.tag(version));
  }
}
