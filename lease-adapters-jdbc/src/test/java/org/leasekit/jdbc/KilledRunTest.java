package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

  /** Port, method, the call of it after which the node is killed, and the batch in which that is. */
  static Stream<Arguments> points() {
    return Stream.of(
        Arguments.of("receivables", "addAll", 1, 1),
        Arguments.of("journal", "post", 1, 1),
        Arguments.of("adjustments", "addAll", 1, 1),
        Arguments.of("payments", "addAllocations", 71, 1),
        Arguments.of("receivables", "schedule", 150, 1),
        Arguments.of("unitOfWork", "required", 2, 2),
        Arguments.of("receivables", "schedule", 299, 2));
  }

  @ParameterizedTest(name = "killed after call {2} of {0}.{1}, in batch {3}")
  @MethodSource("points")
  void onPostgresNothingIsTwiceAndNothingMissing(String port, String method, int call, int batch) throws Exception {
    DataSource fresh = TestDatabase.POSTGRESQL.fresh();
    killAndRunAgain(fresh, "postgres", port, method, call, batch);
  }

  @ParameterizedTest(name = "killed after call {2} of {0}.{1}, in batch {3}")
  @MethodSource("points")
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
    kill(url, "sa", "", "receivables", "schedule", 250);
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
    kill(url(fresh), user, "", port, method, call);
    assertThat(world.money().equals(before)).as("nothing was committed").isEqualTo(batch == 1);
    assertThat(world.money().equals(whole)).as("all was done").isFalse();
    BillingWorld again = new BillingWorld(stores);
    again.run();
    assertThat(again.money()).isEqualTo(whole);
    again.run();
    assertThat(again.money()).isEqualTo(whole);
  }

  private static void kill(String url, String user, String password, String port, String method, int call)
      throws IOException, InterruptedException {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    Process node =
        new ProcessBuilder(
                java, "-Xmx256m", "-cp", classPath, BillingNode.class.getName(), url, user, password, port, method,
                Integer.toString(call))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out = node.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder said = new StringBuilder();
      String line = out.readLine();
      while (line != null && !line.equals(BillingNode.REACHED)) {
        said.append(line).append('\n');
        line = out.readLine();
      }
      assertThat(line).as("%s", said).isEqualTo(BillingNode.REACHED);
    } finally {
      // SIGKILL where there are signals: nothing is flushed, nothing rolled back
      node.destroyForcibly().waitFor();
    }
  }

  private static String url(DataSource dataSource) throws Exception {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getURL();
    }
  }
}
