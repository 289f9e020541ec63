package org.leasekit.world;

import java.util.Arrays;
import java.util.List;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.world.PlainLease.Entry;
import org.leasekit.world.PlainLease.Signed;

/** Turns numbers into what is done to a world. */
final class Steps {

  private static final int[][] SPLITS = {{1, 2}, {3, 3}, {5, 6}, {4, 7}, {1, 3}};
  /** What a step may ask for, a change of rent for other changes of the price as well. */
  private static final List<ChangeKind> KINDS =
      Arrays.stream(ChangeKind.values())
          .filter(kind -> kind != ChangeKind.PRICE_RULES && kind != ChangeKind.INDEX_FIGURES)
          .toList();

  private static final int LAST = PlainLease.DAYS - 10;

  private final World world;
  private int accepted;

  Steps(World world) {
    this.world = world;
  }

  int accepted() {
    return accepted;
  }

  /** Digits of a number, taken one after the other. */
  private static final class Digits {
    private long rest;

    Digits(int number) {
      this.rest = number;
    }

    int next(int base) {
      int digit = (int) (rest % base);
      rest /= base;
      return digit;
    }
  }

  void play(List<Integer> steps) {
    for (int step : steps) {
      play(new Digits(step));
    }
  }

  private void play(Digits digits) {
    int kind = digits.next(24);
    List<PlainLease> leases = world.plain.leases;
    boolean done;
    if (kind < 5 || leases.isEmpty()) {
      done = leases.size() < World.MOST && sign(kind == 4, digits);
    } else if (kind >= 22) {
      world.advance(1 + digits.next(60));
      done = true;
    } else {
      PlainLease lease = leases.get(digits.next(leases.size()));
      done =
          kind >= 20
              ? world.move(lease, master(digits.next(6)), digits.next(2) * digits.next(50))
              : kind >= 18
                  ? world.withdraw(lease, 1 + digits.next(lease.recorded + 2))
                  : amend(lease, KINDS.get(Math.min(kind - 5, 11)), digits);
    }
    accepted += done ? 1 : 0;
  }

  private boolean sign(boolean master, Digits digits) {
    PlainLease above = master(digits.next(4));
    int start = above == null ? digits.next(90) * 10 : above.signed.start() + digits.next(3) * 40;
    int end = above != null && digits.next(2) == 0 ? above.endsOn() : start + 30 + digits.next(37) * 10;
    if (end <= start) {
      return false;
    }
    int portion = Math.max(0, digits.next(12) - 12 + Portions.count());
    return world.sign(
        new Signed(
            world.plain.leases.size(), master, start, master ? Math.min(LAST, end + 200) : end,
            master ? PlainLease.NONE : digits.next(PlainWorld.UNITS), master ? Portions.WHOLE : portion,
            digits.next(World.TENANTS), 50 + digits.next(7), PlainLease.NONE),
        above);
  }

  /** One of the masters, the latest first; null for none. */
  private PlainLease master(int nth) {
    int left = nth;
    for (int i = world.plain.leases.size() - 1; i >= 0; i--) {
      PlainLease lease = world.plain.leases.get(i);
      if (lease.signed.master() && --left == 0) {
        return lease;
      }
    }
    return null;
  }

  private boolean amend(PlainLease lease, ChangeKind kind, Digits digits) {
    int start = lease.signed.start();
    int length = lease.life.termEnd() - start;
    int place = digits.next(40);
    int day = place == 39 ? lease.life.termEnd() : start + (place * (length + 4)) / 39 - 2;
    day = Math.max(0, Math.min(day, LAST));
    int rent = 40 + digits.next(5);
    int number = lease.recorded + 1;
    Entry entry =
        switch (kind) {
          case EXTENSION -> entry(day, number, kind, Math.min(LAST, lease.life.termEnd() - 10 + digits.next(20) * 5), 0, 0, rent);
          case RENT_CHANGE -> price(day, number, digits, rent);
          case UNIT_SWAP -> entry(day, number, kind, digits.next(PlainWorld.UNITS), 0, 0, rent);
          case SPLIT -> split(day, number, digits, rent);
          case MERGE_BACK -> merge(lease, day, number, digits, rent);
          case SUBLEASE -> entry(day, number, kind, digits.next(World.TENANTS), day + digits.next(12) * 15, 0, rent);
          case ASSIGNMENT -> entry(day, number, kind, digits.next(World.TENANTS), 0, 0, rent);
          case PAYER_CHANGE -> entry(day, number, kind, digits.next(4) - 1, 0, 0, rent);
          default -> entry(day, number, kind, 0, 0, 0, rent);
        };
    boolean possible = entry != null && (kind != ChangeKind.SPLIT || world.plain.leases.size() < World.MOST);
    return possible && world.amend(lease, entry, SubsAtEnd.values()[digits.next(4)]);
  }

  private static Entry entry(int day, int number, ChangeKind kind, int a, int b, int c, int rent) {
    return new Entry(day, number, kind, a, b, c, rent);
  }

  private static Entry price(int day, int number, Digits digits, int rent) {
    return switch (digits.next(8)) {
      case 0, 1, 2 -> entry(day, number, ChangeKind.RENT_CHANGE, 0, 0, 0, rent);
      case 3 -> entry(day, number, ChangeKind.INDEX_FIGURES, 0, 0, 0, 0);
      case 4, 5 -> entry(day, number, ChangeKind.PRICE_RULES, 0, 0, 0, rent);
      default -> entry(day, number, ChangeKind.PRICE_RULES, 1, day + 1 + digits.next(90), 0, 0);
    };
  }

  private Entry split(int day, int number, Digits digits, int rent) {
    int[] parts = SPLITS[digits.next(SPLITS.length)];
    return entry(day, number, ChangeKind.SPLIT, world.plain.leases.size(), parts[0], parts[1], rent);
  }

  /** With the contract that has a part on that day; now and then with another one. */
  private Entry merge(PlainLease lease, int day, int number, Digits digits, int rent) {
    int other = lease.life.days()[day].other();
    if (other == PlainLease.NONE || digits.next(8) == 7) {
      other = digits.next(world.plain.leases.size());
      if (world.plain.leases.get(other).signed.master() || world.plain.leases.get(other) == lease) {
        return null;
      }
    }
    return entry(day, number, ChangeKind.MERGE_BACK, other, 0, 0, rent);
  }
}
