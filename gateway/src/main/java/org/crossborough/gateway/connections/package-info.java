/**
 * What a connection may do before it has asked for anything: how many come from one address, and
 * how long the head of a request may take.
 */
@NullMarked
package org.crossborough.gateway.connections;

import org.jspecify.annotations.NullMarked;
