package org.crossborough.gateway.session;

/** The identity provider has said no, or something that cannot be believed. */
final class ProviderRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ProviderRefusal(String what) {
    super(what, null, false, false);
  }
}
