/**
 * Double-entry journal: accounts are roles that the host maps to its own codes, every entry balances, a deposit is a liability.
 */
@NullMarked
package org.leasekit.ledger;

import org.jspecify.annotations.NullMarked;
