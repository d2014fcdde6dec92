package org.crossborough.chassis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OneColumnComponentTest {

  @Inject EntityManager database;

  @Test
  void a_query_asked_again_finds_its_plan_again() {
    String id = UUID.randomUUID().toString();
    String sql = "select cast('%s' as uuid)".formatted(id);
    Statistics statistics =
        database.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    try {
      for (int i = 0; i < 20; i++) {
        assertThat(OneColumn.query(database, sql, UUID.class).getSingleResult()).hasToString(id);
      }
      var asked = statistics.getQueryStatistics(sql);
      assertThat(asked).isNotNull();
      assertThat(asked.getPlanCacheMissCount()).isOne();
      assertThat(asked.getPlanCacheHitCount()).isEqualTo(19);
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }

  @Test
  void nothing_is_converted() {
    var query = OneColumn.query(database, "select 1", Long.class);

    assertThatThrownBy(query::getSingleResult).isInstanceOf(ClassCastException.class);
  }

  @Test
  void what_is_not_there_reads_as_null() {
    var query = OneColumn.query(database, "select cast(null as text)", String.class);

    assertThat(query.getResultList()).containsOnlyNulls();
  }
}
