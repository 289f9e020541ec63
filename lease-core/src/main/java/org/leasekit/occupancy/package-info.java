/**
 * Who lets what on which day, as pure functions over the histories of contracts: collisions, vacancies, daily packages on
 * the gaps, what the garage says against the file, the rent roll.
 */
@NullMarked
package org.leasekit.occupancy;

import org.jspecify.annotations.NullMarked;
