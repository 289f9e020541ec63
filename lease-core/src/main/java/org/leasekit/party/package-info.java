/**
 * Who takes part: the lessor that operates, the tenant that owes, the occupant that uses, and how each is reached.
 */
@NullMarked
package org.leasekit.party;

import org.jspecify.annotations.NullMarked;
