package org.leasekit.application;

import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import org.leasekit.intake.Cleaning;
import org.leasekit.intake.ColumnMapping;

/**
 * How a table is imported.
 *
 * @param dryRun whether nothing is stored; the report is the same
 * @param defaultCurrency ISO 4217 code for rows that name no currency
 * @param columnMapping which heading stands for which field
 * @param progress told from time to time how far the import is, in the thread that imports
 */
public record ImportOptions(
    boolean dryRun,
    String defaultCurrency,
    ColumnMapping columnMapping,
    Consumer<ImportProgress> progress) {

  /** Stores what it accepts, in CNY, with the standard headings, and tells nobody how far it is. */
  public static final ImportOptions STANDARD =
      new ImportOptions(false, "CNY", ColumnMapping.standard(), progress -> {});

  /** @throws IllegalArgumentException when the currency is unknown or has no minor unit */
  public ImportOptions {
    if (Cleaning.currency(defaultCurrency).isEmpty()) {
      throw new IllegalArgumentException("defaultCurrency: ISO 4217, but was " + defaultCurrency);
    }
  }

  /** The same, storing nothing. */
  public ImportOptions asDryRun() {
    return new ImportOptions(true, defaultCurrency, columnMapping, progress);
  }

  /** The same with another currency for rows that name none. */
  public ImportOptions withDefaultCurrency(String isoCode) {
    return new ImportOptions(dryRun, isoCode, columnMapping, progress);
  }

  /** The same with other headings. */
  public ImportOptions withColumnMapping(ColumnMapping mapping) {
    return new ImportOptions(dryRun, defaultCurrency, mapping, progress);
  }

  /** The same, telling somebody how far the import is. */
  public ImportOptions withProgress(Consumer<ImportProgress> listener) {
    return new ImportOptions(dryRun, defaultCurrency, columnMapping, listener);
  }

  CurrencyUnit currency() {
    return Cleaning.currency(defaultCurrency).orElseThrow();
  }
}
