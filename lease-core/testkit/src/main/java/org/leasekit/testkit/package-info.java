/** Contract tests for whoever implements a port of leasekit. */
@NullMarked
package org.leasekit.testkit;

import org.jspecify.annotations.NullMarked;
