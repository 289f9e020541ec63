/** The storage ports of leasekit on a relational database. */
@NullMarked
package org.leasekit.jdbc;

import org.jspecify.annotations.NullMarked;
