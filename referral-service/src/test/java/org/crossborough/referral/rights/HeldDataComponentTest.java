package org.crossborough.referral.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

/** Nothing is held about a man that his export and his erasure do not know of. */
@QuarkusTest
class HeldDataComponentTest {

  private static final List<HeldTable> HELD = HeldTable.all();

  @Test
  void every_table_that_points_to_a_man_is_in_the_list() throws SQLException {
    // By the names of columns and, whatever they are called, by what they refer to.
    String sql =
        """
        select distinct c.relname::text as name from pg_class c
          join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and (
          a.attname ~ '(^|_)(referral|person|screening)_id$'
          or a.attname in ('given_name', 'family_name', 'date_of_birth', 'nhs_number')
          or c.relname in ('referral', 'screening')
          or exists (select 1 from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
            and f.confrelid in ('referral'::regclass, 'screening'::regclass)))
        """;

    assertThat(HELD)
        .as("add the table to rights/held-data.json: what he is shown, what not, what is blanked")
        .extracting(HeldTable::table)
        .containsAll(
            Psql.rows("*", sql).stream().map(row -> String.valueOf(row.get("name"))).toList());
  }

  @Test
  void every_column_of_those_tables_is_shown_or_withheld_for_a_reason() throws SQLException {
    Map<String, TreeSet<String>> columns = new TreeMap<>();
    String sql =
        """
        select table_name::text as t, column_name::text as c from information_schema.columns
        where table_schema = current_schema()
        """;
    Psql.rows("*", sql)
        .forEach(row ->
            columns
                .computeIfAbsent(String.valueOf(row.get("t")), _ -> new TreeSet<>())
                .add(String.valueOf(row.get("c"))));

    for (HeldTable table : HELD) {
      List<String> listed = new ArrayList<>(table.shown());
      listed.addAll(table.withheld().keySet());
      assertThat(listed)
          .as("rights/held-data.json, " + table.table())
          .containsExactlyInAnyOrderElementsOf(
              columns.getOrDefault(table.table(), new TreeSet<>()));
      assertThat(columns.get(table.table())).containsAll(table.blanked().keySet());
      assertThat(table.withheld().values()).allMatch(reason -> !reason.isBlank());
    }
  }

  @Test
  void nothing_that_concerns_the_people_at_risk_or_names_staff_is_shown() {
    for (HeldTable table : HELD) {
      assertThat(table.shown())
          .as(table.table())
          .noneMatch(
              column -> column.matches(".*receipt.*|.*person_count|by|.*_by|assignee|.*token"));
    }
    assertThat(HELD)
        .filteredOn(table -> table.table().matches("programme_review|known_receipt"))
        .hasSize(2)
        .allMatch(table -> table.shown().isEmpty());
  }
}
