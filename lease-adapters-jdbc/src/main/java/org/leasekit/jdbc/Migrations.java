package org.leasekit.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The schema and its steps, shipped in the jar. */
final class Migrations {

  private static final String HISTORY = "leasekit_schema_history";

  /** By directory, named one by one: scanning the class path fails in fat jars and on the module path. */
  private static final Map<String, List<String>> SCRIPTS =
      Map.of(
          "common",
          List.of(
              "V1__leases.sql", "V2__service_desk.sql", "V3__amendments.sql", "V4__locks_and_adjustments.sql",
              "V5__holds.sql", "V6__escalation.sql", "V7__access.sql", "V8__offers.sql",
              "V9__drafts_and_planned_moves.sql", "V10__rules_of_origins.sql", "V11__dunning_list.sql",
              "V11_2__events.sql", "V12__surveys.sql", "V14__failures.sql", "V15__money_that_waits.sql",
              "V16__one_off_charges.sql", "V17__settlements.sql", "V19__payers_and_numbers.sql",
              "V20__planned_bills.sql", "V21__people.sql", "V22__languages.sql", "V23__facts_of_decisions.sql",
              "V25__ends_of_meters.sql", "V26__said_wishes.sql", "V29__entries.sql", "V31__promises.sql",
              "V33__questions_to_models.sql"),
          "h2", List.of("V18__unit_never_let_beyond_the_whole.sql"),
          "mariadb", List.of("V5_1__unit_never_let_twice.sql"),
          "mysql", List.of("V18__unit_never_let_beyond_the_whole.sql"),
          "postgresql", List.of("V5_1__unit_never_let_twice.sql", "V18__unit_never_let_beyond_the_whole.sql"));

  private Migrations() {}

  /** Brings the schema up to date; answers with the number of steps that were missing. */
  static int migrate(DataSource dataSource, Dialect dialect) {
    // Flyway lets one node at a time migrate, but not begin its history in a schema that has tables already.
    try (Connection connection = dataSource.getConnection()) {
      synchronized (Migrations.class) {
        dialect.lockMigration(connection);
        try {
          return flyway(dataSource, dialect).migrate().migrationsExecuted;
        } finally {
          dialect.unlockMigration(connection);
        }
      }
    } catch (SQLException e) {
      throw new StorageException("the lock on the migration failed", e);
    }
  }

  private static Flyway flyway(DataSource dataSource, Dialect dialect) {
    return Flyway.configure()
        .dataSource(dataSource)
        .table(HISTORY)
        // The host's own tables, and its own history of them, may lie in the same schema.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .placeholders(dialect.placeholders())
        .resourceProvider(new Shipped(dialect))
        .javaMigrationClassProvider(List::of)
        .load();
  }

  private record Shipped(Dialect dialect) implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return scripts().stream()
          .filter(script -> script.getAbsolutePath().equals(name))
          .findFirst()
          .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return scripts().stream()
          .filter(script -> script.getFilename().startsWith(prefix))
          .filter(script -> List.of(suffixes).stream().anyMatch(script.getFilename()::endsWith))
          .toList();
    }

    private List<LoadableResource> scripts() {
      return dialect.migrations().stream()
          .flatMap(
              directory ->
                  SCRIPTS.getOrDefault(directory, List.of()).stream()
                      .<LoadableResource>map(file -> new Script(directory, file)))
          .toList();
    }
  }

  private static final class Script extends LoadableResource {
    private final String path;
    private final String file;

    Script(String directory, String file) {
      this.path = "migration/" + directory + "/" + file;
      this.file = file;
    }

    @Override
    public Reader read() {
      try (InputStream in = Migrations.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException("missing in the jar: " + path);
        }
        return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return path;
    }

    @Override
    public String getFilename() {
      return file;
    }

    @Override
    public String getRelativePath() {
      return path;
    }
  }
}
