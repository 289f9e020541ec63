/**
 * Spreadsheets of contracts, from raw cells to leases or quarantine. Pure: rows in, decisions out.
 *
 * <p>{@link org.leasekit.intake.Columns} finds the columns, {@link org.leasekit.intake.RowReader} judges
 * each row by itself, {@link org.leasekit.intake.MasterQueue} brings masters into their order, {@link
 * org.leasekit.intake.RowChanges} holds a row against its stored contract. Every row ends up as one {@link
 * org.leasekit.intake.RowOutcome}: added, amended, unchanged or quarantined; {@link
 * org.leasekit.intake.QuarantineSheet} is the table on which quarantined rows are corrected. Rows are held against one
 * another and against storage by the application, some hundred at a time.
 */
@NullMarked
package org.leasekit.intake;

import org.jspecify.annotations.NullMarked;
