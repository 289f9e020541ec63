package org.leasekit.settlement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;

/**
 * The settlement of one contract. An immutable value; every change makes a new one.
 *
 * @param items in the order of the checklist by which it was opened
 * @param openedBy who opened it, not blank
 * @param statements how many statements were made; with the first one it is closed, those that follow settle what was held
 *     back or came later
 * @param version optimistic lock: storage adds one at each update; 0 before the first insert
 */
public record Settlement(
    LessorId lessor,
    ContractNo contract,
    List<ChecklistItem> items,
    String openedBy,
    Instant openedAt,
    int statements,
    long version) {

  public Settlement {
    items = List.copyOf(items);
    if (openedBy.isBlank() || statements < 0) {
      throw new IllegalArgumentException("openedBy: not blank, statements: zero or more: " + contract);
    }
  }

  /** One of which every item is open. */
  public static Settlement open(
      LessorId lessor, ContractNo contract, Checklist checklist, String by, Instant now) {
    return new Settlement(
        lessor, contract, checklist.items().stream().map(ChecklistItem::open).toList(), by, now, 0, 0);
  }

  /** Whether there is a statement. */
  public boolean isClosed() {
    return statements > 0;
  }

  /** Items that nobody has settled. */
  public List<ItemCode> openItems() {
    return items.stream()
        .filter(item -> item.state() == ChecklistItem.State.OPEN)
        .map(ChecklistItem::code)
        .toList();
  }

  public Optional<ChecklistItem> item(ItemCode code) {
    return items.stream().filter(item -> item.code().equals(code)).findAny();
  }

  /**
   * The settlement with an item cleared or waived. Settling it alike again changes nothing; what was settled stays so.
   *
   * @return rejected when there is no such item, or it was settled otherwise
   */
  public Outcome<Settlement> settle(ItemCode code, ChecklistItem.Settled how) {
    Optional<ChecklistItem> item = item(code);
    if (item.isEmpty()) {
      return Outcome.rejected(new SettlementRejection.NoSuchItem(contract, code));
    }
    ChecklistItem.Settled before = item.get().settled();
    if (before != null) {
      return before.saysTheSameAs(how)
          ? Outcome.accepted(this)
          : Outcome.rejected(new SettlementRejection.ItemSettled(contract, code));
    }
    List<ChecklistItem> others =
        items.stream()
            .map(each -> each.code().equals(code) ? new ChecklistItem(code, how) : each)
            .toList();
    return Outcome.accepted(
        new Settlement(lessor, contract, others, openedBy, openedAt, statements, version));
  }

  /** The settlement with one more statement. */
  public Settlement stated() {
    return new Settlement(lessor, contract, items, openedBy, openedAt, statements + 1, version);
  }

  /** The same settlement as storage numbers it. */
  public Settlement withVersion(long newVersion) {
    return new Settlement(lessor, contract, items, openedBy, openedAt, statements, newVersion);
  }
}
