package org.leasekit.jdbc;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * How days and instants reach the database: as themselves. By way of {@code java.sql.Date} and {@code
 * Timestamp} they would depend on the time zone of the machine.
 */
final class Arguments {

  private Arguments() {}

  static final class OfInstant extends AbstractArgumentFactory<Instant> {
    private final Dialect dialect;

    OfInstant(Dialect dialect) {
      super(dialect.instantType());
      this.dialect = dialect;
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) -> dialect.setInstant(statement, position, value);
    }
  }

  static final class OfDate extends AbstractArgumentFactory<LocalDate> {

    OfDate() {
      super(Types.DATE);
    }

    @Override
    protected Argument build(LocalDate value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value);
    }
  }
}
