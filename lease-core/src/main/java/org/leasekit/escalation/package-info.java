/**
 * One engine for reminders and for working-time targets: policy, anchor or clock, facts, log of what fired and now, turned into what is due and when to wake.
 */
@NullMarked
package org.leasekit.escalation;

import org.jspecify.annotations.NullMarked;
