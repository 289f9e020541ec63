package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.memory.MemoryStores;

/** B3: a billing run that is killed, wherever it stands, and run again leaves what one whole run leaves. */
class KilledRunTest {

  private static List<String> whole;

  @TempDir private Path folder;

  @BeforeAll
  static void runOnceInMemory() {
    BillingWorld world = new BillingWorld(new MemoryStores()).prepared();
    world.run();
    whole = world.money();
  }

  @ParameterizedTest(name = "killed after call {2} of {0}.{1}, in batch {3}")
  @CsvSource({
    "receivables, addAll,         1,   1",
    "journal,     post,           1,   1",
    "adjustments, addAll,         1,   1",
    "payments,    addAllocations, 71,  1",
    "receivables, schedule,       150, 1",
    "unitOfWork,  required,       2,   2",
    "receivables, schedule,       299, 2",
  })
  void onPostgresNothingIsTwiceAndNothingMissing(String port, String method, int call, int batch) throws Exception {
    DataSource fresh = TestDatabase.POSTGRESQL.fresh();
    killAndRunAgain(fresh, "postgres", port, method, call, batch);
  }

  @ParameterizedTest(name = "killed after call {2} of {0}.{1}, in batch {3}")
  @CsvSource({"journal, post, 2, 1", "receivables, schedule, 250, 2"})
  void onMariaDbNothingIsTwiceAndNothingMissing(String port, String method, int call, int batch) throws Exception {
    DataSource fresh = TestDatabase.MARIADB.fresh();
    killAndRunAgain(fresh, "root", port, method, call, batch);
  }

  @Test
  void onH2NothingIsTwiceAndNothingMissing() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("leases").toAbsolutePath() + ";AUTO_SERVER=FALSE";
    JdbcConnectionPool before = JdbcConnectionPool.create(url, "sa", "");
    new BillingWorld(JdbcStores.builder(before).migrate(true).build()).prepared();
    before.dispose();
    KilledNode.kill(BillingNode.class, url, "sa", "receivables", "schedule", 250);
    JdbcConnectionPool after = JdbcConnectionPool.create(url, "sa", "");
    try {
      BillingWorld again = new BillingWorld(JdbcStores.builder(after).build());
      again.run();
      assertThat(again.money()).isEqualTo(whole);
    } finally {
      after.dispose();
    }
  }

  private static void killAndRunAgain(
      DataSource fresh, String user, String port, String method, int call, int batch) throws Exception {
    JdbcStores stores = JdbcStores.builder(fresh).migrate(true).build();
    BillingWorld world = new BillingWorld(stores).prepared();
    List<String> before = world.money();
    KilledNode.kill(BillingNode.class, KilledNode.url(fresh), user, port, method, call);
    assertThat(world.money().equals(before)).as("nothing was committed").isEqualTo(batch == 1);
    assertThat(world.money().equals(whole)).as("all was done").isFalse();
    BillingWorld again = new BillingWorld(stores);
    again.run();
    assertThat(again.money()).isEqualTo(whole);
    again.run();
    assertThat(again.money()).isEqualTo(whole);
  }
}
