package org.leasekit.settlement;

import java.util.List;

/**
 * What a lessor, or a business of his, sees to when a lease ends (履约清单).
 *
 * @param items in the order in which they are shown, none twice; may be empty
 */
public record Checklist(List<ItemCode> items) {

  /** Meters, damage, keys, access cards and the deposit. */
  public static final Checklist STANDARD =
      new Checklist(
          List.of(ItemCode.METERS, ItemCode.DAMAGE, ItemCode.KEYS, ItemCode.ACCESS_CARDS, ItemCode.DEPOSIT));

  /** @throws IllegalArgumentException if an item is named twice */
  public Checklist {
    items = List.copyOf(items);
    if (items.stream().distinct().count() != items.size()) {
      throw new IllegalArgumentException("items: each once, but were " + items);
    }
  }
}
