/**
 * Amendments: what may change in a contract once it runs, and what is known of it on two axes of time, the day from which a
 * change holds and the instant from which it is known. Nothing recorded is ever changed or deleted.
 */
@NullMarked
package org.leasekit.amendment;

import org.jspecify.annotations.NullMarked;
