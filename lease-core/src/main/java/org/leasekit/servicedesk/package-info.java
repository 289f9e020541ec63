/**
 * The service desk: what is reported, how urgent it is, who goes, whether somebody really came, and whether it was mended; pure
 * decisions over the recorded entries of a request.
 *
 * <p>{@link org.leasekit.servicedesk.RequestHistory} is the centre: entries in the order in which things happened,
 * however late they were learnt. State, priority, technician and clocks are derived from it at every question.
 */
@NullMarked
package org.leasekit.servicedesk;

import org.jspecify.annotations.NullMarked;
