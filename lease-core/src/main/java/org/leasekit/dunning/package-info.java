/**
 * Receivables that are overdue: who owes what since when, when they are reminded, and what it costs to be late. Pure
 * decisions; the same engine as for renewals carries them.
 */
@NullMarked
package org.leasekit.dunning;

import org.jspecify.annotations.NullMarked;
