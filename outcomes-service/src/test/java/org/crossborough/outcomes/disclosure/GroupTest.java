package org.crossborough.outcomes.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GroupTest {

  @Property
  void a_group_is_read_as_it_was_written(@ForAll("groups") Group group) {
    assertThat(Group.parse(group.toString())).isEqualTo(group);
  }

  @Property(tries = 1)
  void what_is_no_group_is_not_read_as_one() {
    assertThatThrownBy(() -> Group.parse("nothing")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Group.parse("everybody")).isEqualTo(Group.EVERYBODY);
  }

  @Provide
  Arbitrary<Group> groups() {
    Arbitrary<String> code =
        Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(9);
    Arbitrary<SortedSet<String>> values = code.set().ofMinSize(1).ofMaxSize(4).map(TreeSet::new);
    Arbitrary<Map<String, SortedSet<String>>> where = Arbitraries.maps(code, values).ofMaxSize(4);
    return where.map(it -> new Group(new TreeMap<>(it)));
  }
}
