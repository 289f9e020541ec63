/**
 * What the records say: key figures, response, stages, cash flow, master contracts, early birds, and
 * two seasons beside each other on the same tenants, as pure functions over records. Each
 * is asked about a cohort, which is whatever cases it is given; records of other cases are passed over.
 */
@NullMarked
package org.leasekit.insight;

import org.jspecify.annotations.NullMarked;
