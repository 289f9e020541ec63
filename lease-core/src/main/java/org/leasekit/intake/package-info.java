/**
 * Spreadsheets of contracts, from raw cells to leases or quarantine. Pure: rows in, decisions out.
 *
 * <p>{@link org.leasekit.intake.Columns} finds the columns, {@link org.leasekit.intake.RowReader} judges
 * each row by itself, {@link org.leasekit.intake.Assembly} judges the rows among one another and
 * beside what is stored. Every row ends up accepted, unchanged or quarantined.
 */
@NullMarked
package org.leasekit.intake;

import org.jspecify.annotations.NullMarked;
