/**
 * Money received: payments, and the named strategies that allocate them to receivables.
 */
@NullMarked
package org.leasekit.payment;

import org.jspecify.annotations.NullMarked;
