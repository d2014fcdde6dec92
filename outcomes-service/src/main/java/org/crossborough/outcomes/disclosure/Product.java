package org.crossborough.outcomes.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * A fixed list of tables over one grid, released together under one policy. What is not on the list
 * cannot be asked for: no filter, no other split.
 */
public record Product(String id, Grid grid, List<Table> tables, DisclosurePolicy policy) {

  /**
   * One table: every combination of its splits, with the totals over each split that adds up.
   *
   * @param splits of different dimensions; none shows everybody alone
   */
  public record Table(String id, List<Split> splits) {

    /** Keeps the list from changing. */
    public Table {
      splits = List.copyOf(splits);
    }

    /** Every group this table shows, totals included. */
    List<Group> groups(Grid grid) {
      List<Group> groups = List.of(Group.EVERYBODY);
      for (Split split : splits) {
        List<Group> finer = new ArrayList<>(split.addsUp(grid) ? groups : List.of());
        for (Group group : groups) {
          split.bands().values().forEach(band -> finer.add(group.and(split.dimension(), band)));
        }
        groups = finer;
      }
      return groups;
    }
  }

  /** Keeps the list from changing. */
  public Product {
    tables = List.copyOf(tables);
  }

  /** Every group that any table shows, once. */
  SequencedSet<Group> groups() {
    SequencedSet<Group> groups = new LinkedHashSet<>();
    tables.forEach(table -> groups.addAll(table.groups(grid)));
    return groups;
  }
}
