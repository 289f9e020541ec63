/**
 * What happened, for whoever wants to hear of it: {@link org.leasekit.event.LeaseEvent} in its variants. No event carries a
 * name, an address, a number of a phone or a plate but masked, see {@link org.leasekit.event.Masked}.
 */
@NullMarked
package org.leasekit.event;

import org.jspecify.annotations.NullMarked;
