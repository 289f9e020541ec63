/**
 * Who may do what: one policy, whose decisions are values that are kept. Staff are judged by their role, the tenant's side by
 * the path from the contract upwards and what masters granted along it; the host may do everything.
 */
@NullMarked
package org.leasekit.access;

import org.jspecify.annotations.NullMarked;
