/** The front door of leasekit. */
@NullMarked
package org.leasekit;

import org.jspecify.annotations.NullMarked;
