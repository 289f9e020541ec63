/**
 * The shell around the core: each service checks a command at the door, loads through ports, asks the
 * core, and stores what it decided, in one unit of work. {@code now} is read from the kit's clock once
 * per unit of work and passed on.
 */
@NullMarked
package org.leasekit.application;

import org.jspecify.annotations.NullMarked;
