package org.leasekit.examples.season;

/** The season cannot be run with what was asked for; the message is one sentence for the user. */
final class SeasonException extends Exception {
  private static final long serialVersionUID = 1L;

  SeasonException(String message) {
    super(message);
  }
}
