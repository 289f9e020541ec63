package org.leasekit.jdbc;

/**
 * The database could not be reached, or a transaction could not be begun or ended. What a statement throws
 * is the exception of the library that runs it, with the {@link java.sql.SQLException} as its cause.
 */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
