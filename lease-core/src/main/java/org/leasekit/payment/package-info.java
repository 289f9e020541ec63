/**
 * Money received: payments, the named strategies that allocate them to receivables, and how a credit takes money back.
 */
@NullMarked
package org.leasekit.payment;

import org.jspecify.annotations.NullMarked;
