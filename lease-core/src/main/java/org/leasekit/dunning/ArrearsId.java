package org.leasekit.dunning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.leasekit.contract.ContractNo;

/**
 * One time of being late: a new one begins when everything was paid and something falls overdue again, or when the
 * oldest debt was paid and a younger one remains.
 *
 * @param payer the contract that pays
 * @param since the day the oldest of the debts was due
 */
public record ArrearsId(ContractNo payer, LocalDate since) {

  /** In one line, for tasks and messages. */
  @Override
  public String toString() {
    return payer + "-overdue-" + since.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
