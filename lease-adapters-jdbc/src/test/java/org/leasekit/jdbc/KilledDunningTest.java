package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.memory.MemoryStores;

/** P6: a node that is killed while it duns, wherever it stands, loses and doubles nothing. */
class KilledDunningTest {

  private static List<String> whole;
  private static final List<String> KEYS = new ArrayList<>();

  @BeforeAll
  static void runOnceInMemory() {
    DunningWorld world = new DunningWorld(new MemoryStores(), KEYS::add).prepared();
    world.run();
    whole = world.done();
    assertThat(KEYS).hasSize(24 + 8).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "killed after call {2} of {0}.{1}")
  @CsvSource({
    "dunning,     addFired,  9",
    "receivables, addAll,    5",
    "outbox,      addAll,    7",
    "dunning,     lookAgain, 24",
    "cases,       addTouch,  3",
    "outbox,      update,    11",
  })
  void onPostgresNothingIsLostOrDoubled(String port, String method, int call) throws Exception {
    killAndRunAgain(TestDatabase.POSTGRESQL.fresh(), "postgres", port, method, call);
  }

  @ParameterizedTest(name = "killed after call {2} of {0}.{1}")
  @CsvSource({"dunning, addFired, 11", "cases, addTouch, 5"})
  void onMariaDbNothingIsLostOrDoubled(String port, String method, int call) throws Exception {
    killAndRunAgain(TestDatabase.MARIADB.fresh(), "root", port, method, call);
  }

  private static void killAndRunAgain(DataSource fresh, String user, String port, String method, int call)
      throws Exception {
    JdbcStores stores = JdbcStores.builder(fresh).migrate(true).build();
    List<String> keys = new ArrayList<>();
    DunningWorld again = new DunningWorld(stores, keys::add).prepared();
    List<String> before =
        KilledNode.kill(DunningNode.class, KilledNode.url(fresh), user, port, method, call).stream()
            .filter(line -> line.startsWith(DunningNode.SENT))
            .map(line -> line.substring(DunningNode.SENT.length()))
            .toList();
    assertThat(again.done().equals(whole)).as("all was done").isFalse();
    again.run();
    assertThat(again.done()).isEqualTo(whole);
    again.run();
    assertThat(again.done()).isEqualTo(whole);
    // what was on its way when the node died goes once more, under its key; everything else goes once
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(before.stream().filter(keys::contains)).hasSizeLessThanOrEqualTo(1);
    List<String> all = new ArrayList<>(before);
    keys.stream().filter(key -> !before.contains(key)).forEach(all::add);
    assertThat(all).containsExactlyInAnyOrderElementsOf(KEYS);
  }
}
