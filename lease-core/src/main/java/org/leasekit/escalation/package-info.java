/**
 * One engine for reminders: policy, anchor, facts, calendar, log of what fired and now, turned into what is due and when to wake.
 */
@NullMarked
package org.leasekit.escalation;

import org.jspecify.annotations.NullMarked;
