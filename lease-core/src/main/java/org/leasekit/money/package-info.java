/**
 * Amounts as the rest of the library counts them: {@code long} minor units inside (fen, cents, yen), {@link
 * javax.money.MonetaryAmount} at the public border, and the exact division of a total into parts.
 *
 * <p>Ground floor: imports nothing else of this library. Pure: no clock, no input or output. Nothing here rounds;
 * what cannot be represented exactly is an {@link ArithmeticException}.
 */
@NullMarked
package org.leasekit.money;

import org.jspecify.annotations.NullMarked;
