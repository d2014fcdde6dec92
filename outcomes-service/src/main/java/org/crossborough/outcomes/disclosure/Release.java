package org.crossborough.outcomes.disclosure;

import java.util.List;
import java.util.SequencedMap;

/**
 * What a product shows, and what its readers thereby know.
 *
 * @param cells every group of every table, shown or hidden
 * @param claims for the ledger, against which every later release is attacked
 */
public record Release(Product product, SequencedMap<Group, Cell> cells, List<Claim> claims) {}
