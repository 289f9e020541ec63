/**
 * Final settlement (终止结算): the checklist (履约清单) of a lease that ends, each item cleared or waived with a reason, and
 * the statements that net what is owed with the money that is here and the deposit. What is frozen is left alone, and as
 * much of the deposit as could be needed for it is held back until the freeze is over.
 */
@NullMarked
package org.leasekit.settlement;

import org.jspecify.annotations.NullMarked;
