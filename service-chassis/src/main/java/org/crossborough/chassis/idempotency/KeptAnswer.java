package org.crossborough.chassis.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An answer as it was first given. */
record KeptAnswer(int status, @Nullable String location, @Nullable String etag, byte[] body) {

  Response response() {
    Response.ResponseBuilder answer =
        Response.status(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
    if (location != null) {
      answer.header(HttpHeaders.LOCATION, location);
    }
    if (etag != null) {
      answer.header(HttpHeaders.ETAG, etag);
    }
    return answer.build();
  }
}
