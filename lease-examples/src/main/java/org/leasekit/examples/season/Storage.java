package org.leasekit.examples.season;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.leasekit.jdbc.JdbcStores;
import org.leasekit.memory.MemoryStores;
import org.leasekit.port.Stores;

/** Where the season's records are kept, for as long as it runs. */
interface Storage extends AutoCloseable {

  Stores stores();

  @Override
  void close();

  /** An embedded H2 database in memory, a new one for each call, with the library's schema. */
  static Storage embedded() {
    return new EmbeddedH2();
  }

  /** Plain objects in memory, gone with the season. */
  static Storage inMemory() {
    MemoryStores stores = new MemoryStores();
    return new Storage() {
      @Override
      public Stores stores() {
        return stores;
      }

      @Override
      public void close() {
        // nothing is held
      }
    };
  }

  /** Gone when its last connection is closed. */
  final class EmbeddedH2 implements Storage {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final JdbcConnectionPool pool;
    private final Stores stores;

    private EmbeddedH2() {
      String name = "season" + COUNT.incrementAndGet();
      pool = JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
      stores = JdbcStores.builder(pool).migrate(true).build();
    }

    @Override
    public Stores stores() {
      return stores;
    }

    @Override
    public void close() {
      try (Connection last = pool.getConnection();
          Statement statement = last.createStatement()) {
        statement.execute("SHUTDOWN");
      } catch (SQLException e) {
        throw new IllegalStateException("the embedded database does not shut down", e);
      } finally {
        pool.dispose();
      }
    }
  }
}
