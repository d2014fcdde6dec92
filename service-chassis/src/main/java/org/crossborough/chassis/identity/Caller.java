package org.crossborough.chassis.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Whoever sent the request, as the token says. */
@RequestScoped
public class Caller {

  /** Stands for every borough, where a role is not bound to one. */
  public static final String EVERY_BOROUGH = "*";

  private final SecurityIdentity identity;
  private final IdentityConfig config;
  private @Nullable String borough;
  private boolean boroughRead;

  Caller(SecurityIdentity identity, IdentityConfig config) {
    this.identity = identity;
    this.config = config;
  }

  /** The person or machine, as the identity provider numbers it. */
  public String subject() {
    String subject = token() == null ? null : token().getSubject();
    return subject == null ? "" : subject;
  }

  /** A name for records of work done, such as a history: the user's, or else the subject. */
  public String name() {
    if (identity.isAnonymous()) {
      return "";
    }
    String user = identity.getPrincipal().getName();
    return user == null || user.isBlank() ? subject() : user;
  }

  /** The client that obtained the token. */
  public String client() {
    return claim("azp") instanceof String client ? client : "";
  }

  /** Whether the token holds a role. */
  public boolean hasRole(String role) {
    return identity.hasRole(role);
  }

  /** Whether the token is meant for an audience. */
  public boolean isFor(String audience) {
    JsonWebToken token = token();
    return token != null && token.getAudience() != null && token.getAudience().contains(audience);
  }

  /** The GSS code in the token; null for a role that is not bound to a borough. */
  public @Nullable String borough() {
    // Looked up once: the token library searches for a claim it does not know by exception.
    if (!boroughRead) {
      borough = claim("borough") instanceof String code ? code : null;
      boroughRead = true;
    }
    return borough;
  }

  /**
   * What row-level security binds this caller's transactions to: one borough, {@link
   * #EVERY_BOROUGH}, or nothing at all for a bound role whose token names no borough.
   */
  public String scope() {
    if (identity.isAnonymous()) {
      return "";
    }
    String borough = borough();
    if (borough != null) {
      return borough;
    }
    boolean bound = !Collections.disjoint(identity.getRoles(), config.boroughBound());
    return bound ? "" : EVERY_BOROUGH;
  }

  private @Nullable Object claim(String name) {
    JsonWebToken token = token();
    return token == null ? null : token.getClaim(name);
  }

  private @Nullable JsonWebToken token() {
    return identity.getPrincipal() instanceof JsonWebToken token ? token : null;
  }
}
