/** The identity provider, its realm and the demo identities. */
@NullMarked
package org.crossborough.local.keycloak;

import org.jspecify.annotations.NullMarked;
