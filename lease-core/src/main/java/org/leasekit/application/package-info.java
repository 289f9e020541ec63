/**
 * The shell around the core: each service checks a command at the door, loads through ports, asks the
 * core, and stores what it decided, in one unit of work. {@code now} is read from the kit's clock once
 * per unit of work and passed on.
 *
 * <p>Every public method of a service asks at the gate whether its actor may, before it tells or changes anything, and the
 * answer is recorded in the same unit of work: what the host rolls back is not recorded either. What is refused after that
 * by a rule of its own is no matter of access. Sweeps are the library's own doing: they act for nobody, ask nobody, and
 * leave their traces in what they record; a run of billing, which people start as well, is asked about once.
 */
@NullMarked
package org.leasekit.application;

import org.jspecify.annotations.NullMarked;
