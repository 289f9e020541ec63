package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs a node in a process of its own and kills it after a certain call. */
final class KilledNode {

  private KilledNode() {}

  /**
   * Kills a node after a call of a port.
   *
   * @param node has a main method as {@link BillingNode}
   * @return what it said before
   */
  static List<String> kill(Class<?> node, String url, String user, String port, String method, int call)
      throws IOException, InterruptedException {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    Process running =
        new ProcessBuilder(
                java, "-Xmx256m", "-cp", classPath, node.getName(), url, user, "", port, method,
                Integer.toString(call))
            .redirectErrorStream(true)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader out = running.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (line != null && !line.equals(BillingNode.REACHED)) {
        said.add(line);
        line = out.readLine();
      }
      assertThat(line).as("%s", said).isEqualTo(BillingNode.REACHED);
    } finally {
      // SIGKILL where there are signals: nothing is flushed, nothing rolled back
      running.destroyForcibly().waitFor();
    }
    return said;
  }

  static String url(DataSource dataSource) throws Exception {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getURL();
    }
  }
}
