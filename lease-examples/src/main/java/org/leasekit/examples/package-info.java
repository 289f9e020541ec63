/** Stories that a newcomer runs. */
@NullMarked
package org.leasekit.examples;

import org.jspecify.annotations.NullMarked;
