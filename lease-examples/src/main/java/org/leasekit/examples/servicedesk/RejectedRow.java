package org.leasekit.examples.servicedesk;

/**
 * A row that is kept aside.
 *
 * @param line counts data lines from 1, the header not counted
 * @param ticket as it stands in the file; may be empty
 * @param code why, in one stable word
 * @param reason why, in a sentence
 */
record RejectedRow(int line, String ticket, String code, String reason) {}
