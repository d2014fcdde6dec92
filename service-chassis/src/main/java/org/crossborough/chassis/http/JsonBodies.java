package org.crossborough.chassis.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import org.crossborough.chassis.problem.RequestProblem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Takes JSON where an operation names no other type. Without it the framework would build a form of
 * one text field from a plain text body, past every check of the form's shape.
 */
@Singleton
class JsonBodies {

  @ServerRequestFilter
  public void requireJson(ResourceInfo operation, ContainerRequestContext request) {
    if (!isJson(request) && !namesItsOwn(operation)) {
      throw RequestProblem.UNSUPPORTED_MEDIA_TYPE.because("Send application/json.");
    }
  }

  private static boolean isJson(ContainerRequestContext request) {
    @Nullable MediaType type = request.getMediaType();
    return type == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
  }

  private static boolean namesItsOwn(ResourceInfo operation) {
    return operation.getResourceMethod().isAnnotationPresent(Consumes.class)
        || operation.getResourceClass().isAnnotationPresent(Consumes.class);
  }
}
