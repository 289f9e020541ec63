/**
 * The story {@code service-desk}: a month of an office operator's tickets, read from a file, put in order, and clocked.
 */
@NullMarked
package org.leasekit.examples.servicedesk;

import org.jspecify.annotations.NullMarked;
