package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DayRoll;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;

/** Which receivables a contract's terms ask for, up to a day. */
public final class Billing {

  private Billing() {}

  /**
   * What a run over one contract raises.
   *
   * @param receivables with version 0, in order of their periods
   * @param next first day of the next period; null when the whole term is raised
   */
  public record Run(List<Receivable> receivables, @Nullable LocalDate next) {
    public Run {
      receivables = List.copyOf(receivables);
    }
  }

  /**
   * Raises every period that begins in [{@code from}, {@code through}], rent in advance; the deposit
   * with the first period.
   *
   * @param deposit what is to be raised as deposit, zero or more: for a renewal only the top-up
   * @param payer the contract at the top of the hierarchy
   * @param roll how due dates move off days that are not worked
   */
  public static Run raise(
      Contract contract,
      MonetaryAmount deposit,
      LocalDate from,
      LocalDate through,
      ContractNo payer,
      BusinessCalendar calendar,
      DayRoll roll,
      Instant now) {
    List<Receivable> raised = new ArrayList<>();
    LocalDate start = contract.term().start();
    CurrencyUnit currency = contract.terms().currency();
    boolean first = !from.isAfter(start) && !through.isBefore(start);
    if (first && deposit.isPositive()) {
      BillingPeriod once =
          BillingPeriod.oneOff(
              contract.term(),
              MinorUnits.of(deposit),
              currency.getCurrencyCode(),
              start,
              roll,
              calendar);
      raised.add(receivable(contract, ChargeCode.DEPOSIT, once, currency, payer, now));
    }
    for (BillingPeriod period : rentSchedule(contract, roll).resolve(calendar)) {
      LocalDate begins = period.range().start();
      if (begins.isAfter(through)) {
        return new Run(raised, begins);
      }
      if (!begins.isBefore(from) && period.amountMinor() > 0) {
        raised.add(receivable(contract, ChargeCode.RENT, period, currency, payer, now));
      }
    }
    return new Run(raised, null);
  }

  /** The definition of a contract's rent: monthly, in advance, by the terms' cycle and proration. */
  public static ScheduleDefinition rentSchedule(Contract contract, DayRoll roll) {
    ChargeTerms terms = contract.terms();
    return new ScheduleDefinition(
        contract.term(),
        new BillingCycle(terms.cycleMonths()),
        MinorUnits.of(terms.monthlyRent()),
        terms.currency().getCurrencyCode(),
        Prorations.of(terms.proration()),
        roll);
  }

  private static Receivable receivable(
      Contract contract,
      ChargeCode charge,
      BillingPeriod period,
      CurrencyUnit currency,
      ContractNo payer,
      Instant now) {
    return Receivable.raised(
        contract.lessor(),
        new ReceivableKey(contract.no(), charge, period.range(), 0),
        payer,
        period.unadjustedDue(),
        period.due(),
        MinorUnits.amount(period.amountMinor(), currency),
        period.derivation(),
        now);
  }
}
