/** What H2 calls by itself, within the process that has the database open. Not meant for applications. */
@NullMarked
package org.leasekit.jdbc.h2;

import org.jspecify.annotations.NullMarked;
