package org.leasekit.examples.servicedesk;

/** The story cannot be told with what was asked for; the message is one sentence for the user. */
final class DeskException extends Exception {
  private static final long serialVersionUID = 1L;

  DeskException(String message) {
    super(message);
  }
}
