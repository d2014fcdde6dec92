package org.crossborough.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CursorTest {

  @Property
  void every_id_survives_the_way_there_and_back(@ForAll long high, @ForAll long low) {
    UUID id = new UUID(high, low);

    assertThat(Cursor.before(Cursor.after(id))).isEqualTo(id);
  }

  @Property
  void no_other_text_is_a_cursor(@ForAll String text) {
    Assume.that(text.length() != 23);

    assertThatThrownBy(() -> Cursor.before(text)).isInstanceOf(HttpProblem.class);
  }

  @Test
  void without_a_cursor_the_list_begins_at_the_newest() {
    assertThat(Cursor.before(null))
        .isEqualTo(UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));
  }

  @Property
  void pages_put_together_are_the_list(@ForAll("sizes") int size, @ForAll("limits") int limit) {
    List<UUID> all = Stream.generate(UUID::randomUUID).limit(size).toList();
    List<UUID> seen = new ArrayList<>();
    int from = 0;
    String next;
    do {
      List<UUID> rows = all.subList(from, Math.min(size, from + Page.rows(limit)));
      Page<UUID> page = Page.of(rows, limit, id -> id, id -> id);
      seen.addAll(page.items());
      next = page.next();
      from += page.items().size();
    } while (next != null);

    assertThat(seen).isEqualTo(all);
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(0, 60);
  }

  @Provide
  Arbitrary<Integer> limits() {
    return Arbitraries.integers().between(1, 20);
  }
}
