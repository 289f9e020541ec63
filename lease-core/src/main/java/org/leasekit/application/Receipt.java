package org.leasekit.application;

import org.leasekit.payment.Payment;

/**
 * What became of a reported payment.
 *
 * @param payment as reported; when it was known, as it is stored
 * @param duplicate true when it was known and nothing changed
 */
public record Receipt(Payment payment, boolean duplicate) {}
