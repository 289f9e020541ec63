/**
 * Contracts: one number per lease, its term and terms, its place in a hierarchy and in a chain of renewals, its life cycle.
 */
@NullMarked
package org.leasekit.contract;

import org.jspecify.annotations.NullMarked;
