package org.leasekit.amendment;

/**
 * Who asks for an amendment, why, and what proves it.
 *
 * @param by name of the person or service
 * @param reason why, in the words of the one who asks
 * @param evidence reference to a document, a message, a ticket
 */
public record Proof(String by, String reason, String evidence) {

  /** Whether something is said in each place. */
  boolean isComplete() {
    return !by.isBlank() && !reason.isBlank() && !evidence.isBlank();
  }
}
