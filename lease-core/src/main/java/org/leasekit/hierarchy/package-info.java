/**
 * Master and sub-contracts (母-子合同) of any depth: who stands below whom, who pays, what a master lets its sub-accounts do
 * alone, and what becomes of the subs of a master that ends. A sub that is renewed before its master waits in its place below
 * the old one, until that one is renewed or ends. Moves, planned moves and grants are values that are kept for
 * ever; a grant counts while its grantor is the master of the account, and reaches no further than the grantor himself may
 * go.
 */
@NullMarked
package org.leasekit.hierarchy;

import org.jspecify.annotations.NullMarked;
