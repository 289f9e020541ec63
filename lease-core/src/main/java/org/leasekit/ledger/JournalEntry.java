package org.leasekit.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

/**
 * One posting. It balances in each of its currencies, or it cannot be made.
 *
 * @param id natural key made from the cause: posting the same cause again is the same entry
 * @param at when it was posted
 * @param cause what happened, for people
 * @param lines two or more
 */
public record JournalEntry(
    LessorId lessor, EntryId id, Instant at, String cause, List<JournalLine> lines) {

  public JournalEntry {
    lines = List.copyOf(lines);
    Map<String, Long> balance = new TreeMap<>();
    for (JournalLine line : lines) {
      long minor = MinorUnits.of(line.amount());
      balance.merge(
          line.amount().getCurrency().getCurrencyCode(),
          line.side() == JournalLine.Side.DEBIT ? minor : -minor,
          Math::addExact);
    }
    if (lines.size() < 2 || balance.values().stream().anyMatch(sum -> sum != 0)) {
      throw new IllegalArgumentException("lines: must balance, but " + id + " leaves " + balance);
    }
  }
}
