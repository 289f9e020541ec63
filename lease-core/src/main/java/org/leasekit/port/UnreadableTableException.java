package org.leasekit.port;

/** A spreadsheet that cannot be read as one; the message is one sentence for people. */
public final class UnreadableTableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableTableException(String message) {
    super(message);
  }

  public UnreadableTableException(String message, Throwable cause) {
    super(message, cause);
  }
}
