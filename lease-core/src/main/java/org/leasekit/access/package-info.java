/** Who may do what: one policy, whose decisions are values that can be kept. */
@NullMarked
package org.leasekit.access;

import org.jspecify.annotations.NullMarked;
