/**
 * Master and sub-contracts (母-子合同) of any depth: who stands below whom, who pays, what a master lets its sub-accounts do
 * alone, and what becomes of the subs of a master that ends.
 */
@NullMarked
package org.leasekit.hierarchy;

import org.jspecify.annotations.NullMarked;
