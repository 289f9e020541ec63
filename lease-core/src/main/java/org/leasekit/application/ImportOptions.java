package org.leasekit.application;

import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import org.leasekit.intake.Cleaning;
import org.leasekit.intake.ColumnMapping;
import org.leasekit.intake.RowListener;

/**
 * How a table is imported.
 *
 * @param dryRun whether nothing is stored; the report is the same
 * @param changes what a row means whose contract is stored and differs
 * @param defaultCurrency ISO 4217 code for rows that name no currency
 * @param columnMapping which heading stands for which field
 * @param progress told from time to time how far the import is, in the thread that imports
 * @param rows told of every row, in the order of the table and in the thread that imports, once what became of it is
 *     stored; rows that had to wait for the unit of another contract come last
 */
public record ImportOptions(
    boolean dryRun,
    Changes changes,
    String defaultCurrency,
    ColumnMapping columnMapping,
    Consumer<ImportProgress> progress,
    RowListener rows) {

  /** What is made of a row whose contract is stored and differs. */
  public enum Changes {
    /** The number is in use: the row is put into quarantine. */
    REJECT,
    /** What differs is recorded as amendments; what no amendment can express puts the row into quarantine. */
    AMEND
  }

  /**
   * Stores what it accepts, rejects changes, in CNY, with the standard headings, and tells nobody how far it is or what
   * became of a row.
   */
  public static final ImportOptions STANDARD =
      new ImportOptions(
          false, Changes.REJECT, "CNY", ColumnMapping.standard(), progress -> {}, row -> {});

  /** @throws IllegalArgumentException when the currency is unknown or has no minor unit */
  public ImportOptions {
    if (Cleaning.currency(defaultCurrency).isEmpty()) {
      throw new IllegalArgumentException("defaultCurrency: ISO 4217, but was " + defaultCurrency);
    }
  }

  /** The same, storing nothing. */
  public ImportOptions asDryRun() {
    return new ImportOptions(true, changes, defaultCurrency, columnMapping, progress, rows);
  }

  /** The same with another meaning of rows that differ from what is stored. */
  public ImportOptions withChanges(Changes meaning) {
    return new ImportOptions(dryRun, meaning, defaultCurrency, columnMapping, progress, rows);
  }

  /** The same with another currency for rows that name none. */
  public ImportOptions withDefaultCurrency(String isoCode) {
    return new ImportOptions(dryRun, changes, isoCode, columnMapping, progress, rows);
  }

  /** The same with other headings. */
  public ImportOptions withColumnMapping(ColumnMapping mapping) {
    return new ImportOptions(dryRun, changes, defaultCurrency, mapping, progress, rows);
  }

  /** The same, telling somebody how far the import is. */
  public ImportOptions withProgress(Consumer<ImportProgress> listener) {
    return new ImportOptions(dryRun, changes, defaultCurrency, columnMapping, listener, rows);
  }

  /** The same, telling somebody what becomes of each row. */
  public ImportOptions withRows(RowListener listener) {
    return new ImportOptions(dryRun, changes, defaultCurrency, columnMapping, progress, listener);
  }

  CurrencyUnit currency() {
    return Cleaning.currency(defaultCurrency).orElseThrow();
  }
}
