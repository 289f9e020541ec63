/**
 * Double-entry journal: accounts are roles that the host maps to its own codes, every entry balances, a deposit is a liability.
 * {@link org.leasekit.ledger.Voucher} is an entry in the terms of the host's {@link org.leasekit.ledger.ChartOfAccounts}, on a day of a month that is open.
 */
@NullMarked
package org.leasekit.ledger;

import org.jspecify.annotations.NullMarked;
