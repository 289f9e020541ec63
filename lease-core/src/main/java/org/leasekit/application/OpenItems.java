package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Payer;
import org.leasekit.port.Stores;

/**
 * What is outstanding, and what of it is held: the part that is held is neither allocated nor dunned, bears no late fee and
 * is in no total of what is to be paid.
 *
 * @param payer who is registered to pay what is billed to the contract that was asked about; null when its tenant pays. What
 *     is billed to a master is paid by whoever the master names: ask about that one
 * @param items by key; each says to which contract it is billed
 */
public record OpenItems(@Nullable Payer payer, List<Item> items) {

  public OpenItems {
    items = List.copyOf(items);
  }

  /**
   * One receivable with something outstanding.
   *
   * @param held what freezes hold of it, zero to all that is outstanding
   */
  public record Item(Receivable receivable, MonetaryAmount held) {

    /** What may be asked for: outstanding less held, zero or more. */
    public MonetaryAmount payable() {
      return receivable.outstanding().subtract(held);
    }
  }

  /** What may be asked for in all, by currency code; currencies are never mixed. */
  public Map<String, MonetaryAmount> payable() {
    return sums(item -> MinorUnits.of(item.payable()));
  }

  /** What is held in all, by currency code. */
  public Map<String, MonetaryAmount> held() {
    return sums(item -> MinorUnits.of(item.held()));
  }

  private Map<String, MonetaryAmount> sums(ToLongFunction<Item> part) {
    Map<String, Long> minor = new TreeMap<>();
    for (Item item : items) {
      String currency = item.receivable().amount().getCurrency().getCurrencyCode();
      minor.merge(currency, part.applyAsLong(item), Math::addExact);
    }
    Map<String, MonetaryAmount> sums = new TreeMap<>();
    minor.forEach((currency, sum) -> sums.put(currency, MinorUnits.amount(sum, currency)));
    return sums;
  }

  OpenItems withoutPayer() {
    return new OpenItems(null, items);
  }

  static OpenItems of(Stores stores, LessorProfile profile, Contract contractOrPayer, Instant at) {
    List<Receivable> open = stores.receivables().open(profile.lessor(), contractOrPayer.no());
    Freezes freezes = Freezes.of(stores, profile.lessor(), open, at);
    List<Item> items = new ArrayList<>();
    for (Receivable receivable : open) {
      MonetaryAmount held =
          MinorUnits.amount(freezes.applyAsLong(receivable), receivable.amount().getCurrency());
      items.add(new Item(receivable, held));
    }
    return new OpenItems(contractOrPayer.payer(), items);
  }
}
