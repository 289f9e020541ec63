/** The front door of the library. */
@NullMarked
package org.leasekit;

import org.jspecify.annotations.NullMarked;
