package org.leasekit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * A journal entry in the terms of the host's books (记账凭证).
 *
 * @param id of the entry: the same entry makes the same voucher
 * @param day the day it is booked on, in an open month when it was made
 * @param causedAt when what it books happened
 * @param summary what happened, for people
 * @param lines in the order of the entry, balanced in each currency
 */
public record Voucher(
    LessorId lessor, EntryId id, LocalDate day, Instant causedAt, String summary, List<Line> lines) {

  /**
   * One line.
   *
   * @param amount greater than zero
   */
  public record Line(Account account, JournalLine.Side side, MonetaryAmount amount, ContractNo contract) {}

  public Voucher {
    lines = List.copyOf(lines);
  }

  /**
   * The voucher of an entry.
   *
   * @param zone the lessor's, in which the entry's instant has a day
   */
  public static Voucher of(JournalEntry entry, ChartOfAccounts chart, ClosedPeriods closed, ZoneId zone) {
    return new Voucher(
        entry.lessor(),
        entry.id(),
        closed.bookingDay(entry.at().atZone(zone).toLocalDate()),
        entry.at(),
        entry.cause(),
        entry.lines().stream()
            .map(line -> new Line(chart.of(line.account()), line.side(), line.amount(), line.contract()))
            .toList());
  }
}
