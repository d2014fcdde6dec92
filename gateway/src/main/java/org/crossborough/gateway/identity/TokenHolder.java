package org.crossborough.gateway.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who a valid token was issued to.
 *
 * @param client the client id
 * @param boundTo the thumbprint of the key that must sign each request; absent for a bearer token
 */
record TokenHolder(String client, @Nullable String boundTo) {}
