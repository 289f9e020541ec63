package org.leasekit.port;

/** Somebody else has changed the record since it was read: load it again and decide again. */
public final class StaleVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the record.
   *
   * @param record kind and key of the record
   */
  public StaleVersionException(String record) {
    super("changed by somebody else since it was read: " + record);
  }
}
