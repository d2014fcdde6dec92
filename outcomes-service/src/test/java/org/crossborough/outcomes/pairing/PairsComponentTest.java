package org.crossborough.outcomes.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.outcomes.driver.OtherServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database pairs records exactly as the rule says, whatever order they came in. */
@QuarkusTest
class PairsComponentTest {

  private static final int MEN = 600;

  @Inject Pairs pairs;

  @BeforeEach
  void forget() throws SQLException {
    OtherServices.forgetEverything();
  }

  @Test
  void generated_men_get_the_pairs_of_the_rule() throws SQLException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<RandomMen.Man> men = RandomMen.generate(random, MEN);
    RandomMen.store(men, random);
    Map<UUID, RandomMen.Pair> expected = new HashMap<>();
    for (RandomMen.Man man : men) {
      RandomMen.Pair pair = RandomMen.pair(man);
      if (pair != null) {
        expected.put(man.person(), pair);
      }
    }

    Map<UUID, RandomMen.Pair> found = new HashMap<>();
    for (Map<String, Object> row : Psql.rows("*", query())) {
      found.put(id(row, "man"), new RandomMen.Pair(id(row, "start_id"), id(row, "later_id")));
    }

    assertThat(expected).as("seed %d", seed).hasSizeGreaterThan(MEN / 20);
    assertThat(found).as("seed %d", seed).isEqualTo(expected);
  }

  private static UUID id(Map<String, Object> row, String column) {
    return UUID.fromString(String.valueOf(row.get(column)));
  }

  private String query() {
    return """
    with man as (
      select '' as grp, person_id, min(first_countable_on) as first_on, max(ended_on) as last_on
      from participation group by person_id),
    %s
    select b.man, b.top_record_id as start_id, a.top_record_id as later_id
    from start b join later a on a.man = b.man
    """
        .formatted(pairs.sql());
  }
}
