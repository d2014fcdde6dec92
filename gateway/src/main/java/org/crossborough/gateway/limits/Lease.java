package org.crossborough.gateway.limits;

/**
 * Tokens taken out of a bucket for use within the next second.
 *
 * @param granted how many; 0 refuses
 * @param left what the bucket held afterwards
 */
record Lease(int granted, int left) {}
